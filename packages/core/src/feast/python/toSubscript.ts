import { SyntaxNode } from '@lezer/common';
import { childrenOf } from './SourceText';
import { Expression } from './syntax';
import { TreeConverter } from './TreeConverter';

/** `a[b]`, `a[b, c]`, `a[b:c]`. */
export function toSubscript(
  node: SyntaxNode,
  c: TreeConverter,
): Expression | undefined {
  const [object, open, ...rest] = childrenOf(node);
  if (open?.name !== '[') return undefined;
  const inner = rest.slice(0, -1);
  const index = toIndex(inner, c, c.source.line(node));
  return (
    index && {
      kind: 'subscript',
      object: c.expression(object),
      index,
      line: c.source.line(node),
    }
  );
}

function toIndex(
  inner: SyntaxNode[],
  c: TreeConverter,
  line: number,
): Expression | undefined {
  const comma = inner.some(each => each.name === ',');
  const colon = inner.some(each => each.name === ':');
  if (comma && colon) return undefined;
  if (comma) return { kind: 'tuple', items: c.items(inner), line };
  if (colon) return { kind: 'slice', parts: toSliceParts(inner, c), line };
  return inner.length === 1 ? c.expression(inner[0]) : undefined;
}

function toSliceParts(inner: SyntaxNode[], c: TreeConverter) {
  const parts: (Expression | undefined)[] = [undefined];
  for (const node of inner) {
    if (node.name === ':') parts.push(undefined);
    else parts[parts.length - 1] = c.expression(node);
  }
  return parts;
}
