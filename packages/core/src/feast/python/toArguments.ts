import { SyntaxNode } from '@lezer/common';
import { groupByComma } from './groupByComma';
import { childrenOf } from './SourceText';
import { Argument } from './syntax';
import { toClauses } from './toComprehension';
import { TreeConverter } from './TreeConverter';

/** The arguments of a call or the bases of a class, in order. */
export function toArguments(list: SyntaxNode, c: TreeConverter): Argument[] {
  const inner = childrenOf(list).slice(1, -1);
  // A generator's targets may have commas of their own.
  const isGenerator = inner.some(each => each.name === 'for');
  const groups = isGenerator ? [inner] : groupByComma(inner);
  return groups.map(group => toArgument(group, c));
}

function toArgument(group: SyntaxNode[], c: TreeConverter): Argument {
  const [first, second, third] = group;
  const line = c.source.line(first);
  const plain = { name: undefined, spread: undefined, line };
  if ((first.name === '*' || first.name === '**') && second) {
    const spread = first.name;
    return { ...plain, spread, value: c.expression(second) };
  }
  if (first.name === 'VariableName' && second?.name === 'AssignOp' && third) {
    const name = c.source.slice(first);
    if (c.source.slice(second) === ':=') {
      const inner = c.expression(third);
      return { ...plain, value: { kind: 'walrus', name, value: inner, line } };
    }
    return { ...plain, name, value: c.expression(third) };
  }
  const clauses = toClauses(group.slice(1), c);
  if (clauses && clauses.length > 0) {
    const element = c.expression(first);
    const form = 'generator';
    return {
      ...plain,
      value: {
        kind: 'comprehension',
        form,
        key: undefined,
        element,
        clauses,
        line,
      },
    };
  }
  const value =
    group.length === 1
      ? c.expression(first)
      : c.opaque(first, 'an argument of this form');
  return { ...plain, value };
}
