import { SyntaxNode } from '@lezer/common';
import { childrenOf } from './SourceText';
import { DictEntry, Expression } from './syntax';
import { groupByComma } from './groupByComma';
import { TreeConverter } from './TreeConverter';

/** `{a: b, **c}`. */
export function toDict(
  node: SyntaxNode,
  c: TreeConverter,
): Expression | undefined {
  const entries: DictEntry[] = [];
  for (const group of groupByComma(childrenOf(node).slice(1, -1))) {
    const [first, second, third] = group;
    if (first.name === '**' && second) {
      entries.push({ key: undefined, value: c.expression(second) });
    } else if (second?.name === ':' && third) {
      entries.push({ key: c.expression(first), value: c.expression(third) });
    } else return undefined;
  }
  return { kind: 'dict', entries, line: c.source.line(node) };
}
