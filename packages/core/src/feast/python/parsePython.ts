import { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { findMergeConflict } from '../../reading/decodeText';
import { createLineFinder } from '../../reading/lineFinder';
import { Problem } from '../../reading/Problem';
import { ReadLimits } from '../../reading/ReadLimits';
import { findSyntaxErrors } from './findSyntaxErrors';
import { childrenOf, SourceText } from './SourceText';
import { Statement } from './syntax';
import { toExpression } from './toExpression';
import { toStatements } from './toStatement';
import { TreeConverter } from './TreeConverter';

/** A Python module as far as it could be parsed. */
interface ParsedPython {
  body: Statement[];
  problems: Problem[];
}

/**
 * Parses a module. Never throws. Beside a syntax error, what is readable is kept:
 * statements that hold one are `broken`. Nothing is ever executed.
 */
export function parsePython(
  text: string,
  path: string,
  limits: ReadLimits,
): ParsedPython {
  const conflict = findMergeConflict(text);
  if (conflict !== undefined) {
    const code = 'merge-conflict';
    return {
      body: [],
      problems: [{ code, severity: 'error', path, line: conflict }],
    };
  }
  const tree = parser.parse(text);
  const errors = findSyntaxErrors(tree, text, limits.nodes);
  if (errors.nodes > limits.nodes) {
    return { body: [], problems: [exceeded(path, 'nodes', limits.nodes)] };
  }
  const source = new SourceText(text);
  const converter = new TreeConverter(source, limits.depth, toExpression);
  const body = toStatements(childrenOf(tree.topNode), converter, node =>
    holdsAny(node, errors.offsets),
  );
  return {
    body,
    problems: describe(text, path, errors.first, converter, limits),
  };
}

/** Is one of the sorted offsets in the node or at its edge? */
function holdsAny(node: SyntaxNode, offsets: number[]): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle] < node.from) low = middle + 1;
    else high = middle;
  }
  return low < offsets.length && offsets[low] <= node.to;
}

function describe(
  text: string,
  path: string,
  firstError: number | undefined,
  converter: TreeConverter,
  limits: ReadLimits,
): Problem[] {
  const problems: Problem[] = [];
  if (firstError !== undefined) {
    // Further errors mostly follow from the first.
    const { line, column } = createLineFinder(text)(firstError);
    const reason = 'unexpected text, or something missing, here';
    problems.push({
      code: 'python-syntax',
      severity: 'error',
      path,
      line,
      column,
      args: { reason },
    });
  }
  if (converter.tooDeepAt !== undefined) {
    const problem = exceeded(path, 'levels of nesting', limits.depth);
    problems.push({ ...problem, line: converter.tooDeepAt });
  }
  return problems;
}

function exceeded(path: string, what: string, limit: number): Problem {
  return {
    code: 'limit-exceeded',
    severity: 'error',
    path,
    args: { what, limit },
  };
}
