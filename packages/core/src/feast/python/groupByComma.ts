import { SyntaxNode } from '@lezer/common';

/** Nodes between commas; a comma at the end opens no group. */
export function groupByComma(nodes: SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === ',') groups.push([]);
    else groups[groups.length - 1].push(node);
  }
  return groups.filter(group => group.length > 0);
}
