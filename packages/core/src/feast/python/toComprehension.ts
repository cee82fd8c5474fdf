import { SyntaxNode } from '@lezer/common';
import { childrenOf } from './SourceText';
import { ComprehensionClause, Expression } from './syntax';
import { toTarget } from './toTarget';
import { TreeConverter } from './TreeConverter';

type Form = 'list' | 'set' | 'dict' | 'generator';

/** `[x for x in y if z]` and its kin. */
export function toComprehension(
  form: Form,
  node: SyntaxNode,
  c: TreeConverter,
): Expression | undefined {
  const inner = childrenOf(node).slice(1, -1);
  const start = inner.findIndex(each => each.name === 'for');
  const head = inner.slice(0, start);
  const clauses = toClauses(inner.slice(start), c);
  const line = c.source.line(node);
  if (start < 0 || !clauses) return undefined;
  if (form === 'dict') {
    if (head.length !== 3) return undefined;
    const key = c.expression(head[0]);
    const element = c.expression(head[2]);
    return { kind: 'comprehension', form, key, element, clauses, line };
  }
  if (head.length !== 1) return undefined;
  const element = c.expression(head[0]);
  return {
    kind: 'comprehension',
    form,
    key: undefined,
    element,
    clauses,
    line,
  };
}

/** `for … in … if …`, repeated; `undefined` for any other nodes. */
export function toClauses(
  nodes: SyntaxNode[],
  c: TreeConverter,
): ComprehensionClause[] | undefined {
  const clauses: ComprehensionClause[] = [];
  for (const group of splitClauses(nodes)) {
    const word = group[0].name;
    if (word === 'for') {
      const split = group.findIndex(each => each.name === 'in');
      const iterable = group.slice(split + 1);
      if (split < 2 || iterable.length !== 1) return undefined;
      clauses.push({
        target: toTarget(group.slice(1, split), c),
        iterable: c.expression(iterable[0]),
        conditions: [],
      });
    } else if (word === 'if' && group.length === 2 && clauses.length > 0) {
      clauses[clauses.length - 1].conditions.push(c.expression(group[1]));
    } else return undefined;
  }
  return clauses;
}

function splitClauses(nodes: SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [];
  for (const node of nodes) {
    const starts = ['for', 'if', 'async'].includes(node.name);
    if (starts || groups.length === 0) groups.push([node]);
    else groups[groups.length - 1].push(node);
  }
  return groups;
}
