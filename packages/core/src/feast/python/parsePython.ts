import { Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { findMergeConflict } from '../../reading/decodeText';
import { createLineFinder } from '../../reading/lineFinder';
import { Problem } from '../../reading/Problem';
import { ReadLimits } from '../../reading/ReadLimits';
import { findSyntaxErrors } from './findSyntaxErrors';
import { holdsAny, resumeAfterErrors } from './resumeAfterErrors';
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
  const resumed = resumeAfterErrors(text, tree, errors, limits.nodes);
  const { offsets } = resumed.errors;
  const source = new SourceText(text);
  const converter = new TreeConverter(source, limits.depth, toExpression);
  const body = toStatements(childrenOf(resumed.tree.topNode), converter, node =>
    holdsAny(node, offsets),
  );
  const gaps = resumed.gaps.map(gap => describeGap(gap, tree, source));
  return {
    body: [...body, ...gaps].sort((a, b) => a.line - b.line),
    problems: describe(text, path, errors.first, converter, limits),
  };
}

/** A statement that was left out, with the names that it holds. */
function describeGap(
  gap: { from: number; to: number },
  tree: Tree,
  source: SourceText,
): Statement {
  const names = new Set<string>();
  tree.iterate({
    from: gap.from,
    to: gap.to,
    enter: node => {
      if (node.name === 'VariableName') names.add(source.slice(node));
    },
  });
  const mentions = { names, attributes: new Set<string>() };
  return { kind: 'broken', mentions, line: source.line(gap) };
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
