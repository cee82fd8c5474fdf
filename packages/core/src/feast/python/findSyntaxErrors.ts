import { SyntaxNode, Tree } from '@lezer/common';
import { groupByComma } from './groupByComma';
import { parseStringShape } from './parseStringLiteral';
import { childrenOf } from './SourceText';

/** Where the text is not Python, by offset; at most one entry per place. */
export interface SyntaxErrors {
  /** Offsets of what is wrong, in the order of the text. */
  offsets: number[];
  /** Where a person looks for the first of them. */
  first: number | undefined;
  nodes: number;
}

/** What the grammar takes and Python 3 does not. */
const LENIENT: Record<string, (node: SyntaxNode, text: string) => boolean> = {
  PrintStatement: () => true,
  ArgList: hasMisplacedArgument,
  ReturnStatement: node => !isInFunction(node),
  String: isUnterminated,
  FormatString: isUnterminated,
};

/**
 * Where the tree says that the text is not Python, and where it is more lenient
 * than Python. Stops counting nodes at `limit`.
 */
export function findSyntaxErrors(
  tree: Tree,
  text: string,
  limit: number,
): SyntaxErrors {
  const offsets: number[] = [];
  let nodes = 0;
  const cursor = tree.cursor();
  do {
    nodes += 1;
    if (nodes > limit) break;
    const check = LENIENT[cursor.name];
    const isStatement = /(?:Statement|Definition)$/.test(cursor.name);
    if (
      cursor.type.isError
        ? !isGap(cursor.node, text)
        : check?.(cursor.node, text) ||
          (isStatement && isMisplaced(cursor.node, text))
    ) {
      offsets.push(cursor.from);
    }
  } while (cursor.next());
  offsets.sort((a, b) => a - b);
  const [first] = offsets;
  return {
    offsets,
    first: first === undefined ? undefined : skipBack(text, first),
    nodes,
  };
}

/** Valid Python that the grammar does not know. */
function isGap(error: SyntaxNode, text: string): boolean {
  const parent = error.parent;
  switch (parent?.name) {
    // A `yield` without a value.
    case 'YieldExpression':
    case 'YieldStatement':
      return childrenOf(parent).length === 2;
    // `20.`
    case 'MemberExpression':
      return parent.firstChild?.name === 'Number' && error.from === error.to;
    // `case int():`
    case 'PatternArgList':
      return true;
    case 'LiteralPattern':
      return parent.parent?.name === 'PatternArgList';
    // `with a as self.x:`
    case 'WithStatement':
      return error.prevSibling?.prevSibling?.name === 'as';
    default:
      return isStarTarget(error, text) || isInParenthesizedWith(error);
  }
}

/** `for a, *b in c` of a comprehension. */
function isStarTarget(error: SyntaxNode, text: string): boolean {
  return (
    text.slice(error.from, error.to) === '*' &&
    /^(?:,|for)$/.test(error.prevSibling?.name ?? '') &&
    error.nextSibling?.name === 'VariableName'
  );
}

/** What is missing at the start of a line is missing at the end of the one before. */
function skipBack(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /\s/.test(text[start - 1])) start -= 1;
  const between = text.slice(start, offset);
  const isIndented = /[ \t]$/.test(between) || /[ \t]/.test(text[offset] ?? '');
  return between.includes('\n') && !isIndented ? start : offset;
}

/** `with (open(a) as b, open(c) as d):` */
function isInParenthesizedWith(error: SyntaxNode): boolean {
  let node: SyntaxNode | null = error;
  // Its errors stand near the words; the walk is bounded for hostile nesting.
  for (let level = 0; node && level < 8; level++, node = node.parent) {
    if (node.name === 'Body') return false;
    if (node.name === 'WithStatement') {
      const first = childrenOf(node).find(
        each => !/^(?:async|with)$/.test(each.name),
      );
      return first?.name === 'ParenthesizedExpression';
    }
  }
  return false;
}

/** A positional argument after a keyword, or after `**`. */
function hasMisplacedArgument(list: SyntaxNode, text: string): boolean {
  let keyword = false;
  for (const [first, second] of groupByComma(childrenOf(list).slice(1, -1))) {
    const operator = second && text.slice(second.from, second.to);
    if (first.name === '**' || operator === '=') keyword = true;
    else if (first.name !== '*' && keyword) return true;
  }
  return false;
}

/** A text that ends with its line. */
function isUnterminated(node: SyntaxNode, text: string): boolean {
  const token = text.slice(node.from, node.to);
  const shape = parseStringShape(token);
  return (
    shape !== undefined &&
    (!token.endsWith(shape.quote) ||
      token.length < shape.prefix.length + 2 * shape.quote.length)
  );
}

/** A statement that is further in than the first of its block. */
function isMisplaced(node: SyntaxNode, text: string): boolean {
  const block = node.parent;
  const isModule = block?.name === 'Script';
  if (!isModule && block?.name !== 'Body') return false;
  const column = indentOf(node, text);
  if (isModule || column === undefined) return (column ?? 0) > 0;
  let first = block.firstChild;
  while (first && [':', 'Comment', '⚠'].includes(first.name))
    first = first.nextSibling;
  const expected = first && indentOf(first, text);
  return expected !== undefined && expected !== column;
}

/** The width of what is before a node that starts its line. */
function indentOf(node: SyntaxNode, text: string): number | undefined {
  let start = node.from;
  while (start > 0 && /[ \t\f]/.test(text[start - 1])) start -= 1;
  const startsLine = start === 0 || text[start - 1] === '\n';
  return startsLine ? node.from - start : undefined;
}

function isInFunction(node: SyntaxNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.name === 'FunctionDefinition') return true;
    if (at.name === 'ClassDefinition') return false;
  }
  return false;
}
