import { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { findSyntaxErrors, SyntaxErrors } from './findSyntaxErrors';
import { childrenOf } from './SourceText';

/** How often parsing starts again after a statement that took in what follows. */
const ATTEMPTS = 8;

/** A statement left out, with its place in the text. */
interface Gap {
  from: number;
  to: number;
}

/** A text parsed again without the statements that a missing bracket ran on. */
interface ResumedTree {
  tree: Tree;
  errors: SyntaxErrors;
  gaps: Gap[];
}

/**
 * A bracket that is never closed takes in all that follows. Where a later line of
 * such a statement starts at the margin with a word, it is read as a statement of
 * its own: within brackets people indent.
 */
export function resumeAfterErrors(
  text: string,
  first: Tree,
  firstErrors: SyntaxErrors,
  limit: number,
): ResumedTree {
  let tree = first;
  let errors = firstErrors;
  let working = text;
  const gaps: Gap[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const gap = findGap(working, tree, errors.offsets);
    if (!gap) break;
    gaps.push(gap);
    working = blank(working, gap);
    tree = parser.parse(working);
    errors = findSyntaxErrors(tree, working, limit);
  }
  return { tree, errors, gaps };
}

const SIMPLE = new Set(['AssignStatement', 'ExpressionStatement']);

function findGap(text: string, tree: Tree, offsets: number[]): Gap | undefined {
  for (const node of childrenOf(tree.topNode)) {
    const gap = SIMPLE.has(node.name) ? gapOf(node, text) : undefined;
    if (gap && holdsAny(node, offsets)) return gap;
  }
  return undefined;
}

function gapOf(node: SyntaxNode, text: string): Gap | undefined {
  const content = text.slice(node.from, node.to);
  // What looks like a statement may be text of a long string.
  if (/"""|'''/.test(content)) return undefined;
  const next = /\n(?=[A-Za-z_@])/.exec(content);
  return next ? { from: node.from, to: node.from + next.index } : undefined;
}

/** Spaces in place of the gap, so that offsets and lines stay. */
function blank(text: string, gap: Gap): string {
  const inner = text.slice(gap.from, gap.to).replace(/[^\n]/g, ' ');
  return text.slice(0, gap.from) + inner + text.slice(gap.to);
}

/** Is one of the sorted offsets in the node or at its edge? */
export function holdsAny(
  node: { from: number; to: number },
  offsets: number[],
): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle] < node.from) low = middle + 1;
    else high = middle;
  }
  return low < offsets.length && offsets[low] <= node.to;
}
