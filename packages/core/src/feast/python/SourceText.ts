import { SyntaxNode } from '@lezer/common';
import { createLineFinder, LineFinder } from '../../reading/lineFinder';
import { Mentions } from './syntax';

/** A module's text with what the conversion of its tree needs. */
export class SourceText {
  readonly text: string;
  readonly #lines: LineFinder;

  constructor(text: string) {
    this.text = text;
    this.#lines = createLineFinder(text);
  }

  slice(node: { from: number; to: number }): string {
    return this.text.slice(node.from, node.to);
  }

  line(node: { from: number }): number {
    return this.#lines(node.from).line;
  }

  /** Names and attributes in the node; its own cursor, so that depth is no matter. */
  mentions(node: SyntaxNode): Mentions {
    const names = new Set<string>();
    const attributes = new Set<string>();
    const cursor = node.cursor();
    do {
      if (cursor.to > node.to) break;
      if (cursor.name === 'VariableName') names.add(this.slice(cursor));
      if (cursor.name === 'PropertyName') attributes.add(this.slice(cursor));
    } while (cursor.next() && cursor.from < node.to);
    return { names, attributes };
  }

  /** The last parts of the names that are called: `b` of `a.b()`. */
  calls(node: SyntaxNode): ReadonlySet<string> {
    const names = new Set<string>();
    const cursor = node.cursor();
    while (cursor.next() && cursor.from < node.to) {
      if (cursor.name !== 'CallExpression') continue;
      const callee = cursor.node.firstChild;
      const name =
        callee?.name === 'MemberExpression' ? callee.lastChild : callee;
      if (name) names.add(this.slice(name));
    }
    return names;
  }

  /** The names that a function's body declares `global`. */
  globalsOf(node: SyntaxNode): string[] {
    const names: string[] = [];
    const cursor = node.cursor();
    while (cursor.next() && cursor.from < node.to) {
      if (cursor.name === 'ScopeStatement') {
        const words = this.slice(cursor).split(/[\s,]+/);
        if (words[0] === 'global') names.push(...words.slice(1));
      }
    }
    return names;
  }
}

/** The children of a node, comments left out. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push(child);
  }
  return children;
}
