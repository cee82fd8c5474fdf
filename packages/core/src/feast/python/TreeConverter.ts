import { SyntaxNode } from '@lezer/common';
import { SourceText } from './SourceText';
import { Expression, Item } from './syntax';

/** Converts one node, or says that it does not know its form. */
export type ConvertNode = (
  node: SyntaxNode,
  converter: TreeConverter,
) => Expression | undefined;

/**
 * What the converters share: the text, and the depth they are in. A node below
 * the limit of nesting becomes `opaque`, so that no input exhausts the stack.
 */
export class TreeConverter {
  readonly source: SourceText;
  readonly #limit: number;
  readonly #convert: ConvertNode;
  #depth = 0;
  /** The line of the first node below the limit. */
  tooDeepAt: number | undefined;

  constructor(source: SourceText, limit: number, convert: ConvertNode) {
    this.source = source;
    this.#limit = limit;
    this.#convert = convert;
  }

  /** A node as an expression; what is not covered is `opaque`. */
  expression(node: SyntaxNode): Expression {
    return this.nested(
      node,
      () =>
        this.#convert(node, this) ??
        this.opaque(node, 'an expression of this form'),
      () => this.opaque(node, 'an expression nested this deep'),
    );
  }

  /** Values between commas, some of them spread by `*`. */
  items(nodes: SyntaxNode[]): Item[] {
    const items: Item[] = [];
    let spread = false;
    for (const node of nodes) {
      if (node.name === '*') spread = true;
      else if (node.name !== ',') {
        items.push({ spread, value: this.expression(node) });
        spread = false;
      }
    }
    return items;
  }

  /** Converts one level deeper; `otherwise` is the answer beyond the limit. */
  nested<T>(node: SyntaxNode, convert: () => T, otherwise: () => T): T {
    if (this.#depth >= this.#limit) {
      this.tooDeepAt ??= this.source.line(node);
      return otherwise();
    }
    this.#depth += 1;
    const result = convert();
    this.#depth -= 1;
    return result;
  }

  opaque(node: SyntaxNode, what: string): Expression {
    return {
      kind: 'opaque',
      what,
      mentions: this.source.mentions(node),
      line: this.source.line(node),
    };
  }
}
