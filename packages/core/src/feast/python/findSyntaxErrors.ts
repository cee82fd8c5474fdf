import { SyntaxNode, Tree } from '@lezer/common';
import { groupByComma } from './groupByComma';
import { childrenOf } from './SourceText';

/** Where the text is not Python, by offset; at most one entry per place. */
interface SyntaxErrors {
  /** Offsets of what is wrong, in the order of the text. */
  offsets: number[];
  nodes: number;
}

/** What the grammar takes and Python 3 does not. */
const LENIENT: Record<string, (node: SyntaxNode) => boolean> = {
  PrintStatement: () => true,
  ArgList: hasMisplacedArgument,
  ReturnStatement: node => !isInFunction(node),
};

/**
 * Where the tree says that the text is not Python, and where it is more lenient
 * than Python. Stops counting nodes at `limit`.
 */
export function findSyntaxErrors(tree: Tree, limit: number): SyntaxErrors {
  const offsets: number[] = [];
  let nodes = 0;
  const cursor = tree.cursor();
  do {
    nodes += 1;
    if (nodes > limit) break;
    const check = LENIENT[cursor.name];
    if (cursor.type.isError ? !isGap(cursor.node) : check?.(cursor.node)) {
      offsets.push(cursor.from);
    }
  } while (cursor.next());
  return { offsets: offsets.sort((a, b) => a - b), nodes };
}

/** Valid Python that the grammar does not know. */
function isGap(error: SyntaxNode): boolean {
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
    case 'LiteralPattern':
      return (
        parent.parent?.name === 'PatternArgList' && parent.from === parent.to
      );
    default:
      return isInParenthesizedWith(error);
  }
}

/** `with (open(a) as b, open(c) as d):` */
function isInParenthesizedWith(error: SyntaxNode): boolean {
  for (let node: SyntaxNode | null = error; node; node = node.parent) {
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
function hasMisplacedArgument(list: SyntaxNode): boolean {
  let keyword = false;
  for (const [first, second] of groupByComma(childrenOf(list).slice(1, -1))) {
    if (first.name === '**' || second?.name === 'AssignOp') keyword = true;
    else if (first.name !== '*' && keyword) return true;
  }
  return false;
}

function isInFunction(node: SyntaxNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.name === 'FunctionDefinition') return true;
    if (at.name === 'ClassDefinition') return false;
  }
  return false;
}
