import { SyntaxNode } from '@lezer/common';
import { Expression } from './syntax';
import { TreeConverter } from './TreeConverter';

/** What is assigned to: one expression, or several between commas as a tuple. */
export function toTarget(nodes: SyntaxNode[], c: TreeConverter): Expression {
  if (nodes.length === 1) return c.expression(nodes[0]);
  const line = c.source.line(nodes[0]);
  return { kind: 'tuple', items: c.items(nodes), line };
}
