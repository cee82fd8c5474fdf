import { isScalar, isSeq, parseDocument } from 'yaml';

/** A parameter's text as params.yaml has it; a list's items. Throws where it isn't there. */
export function readParameterText(
  text: string,
  key: string,
): string | string[] {
  const node = parseDocument(text).getIn(key.split('.'), true);
  if (isSeq(node)) return node.items.map(item => sourceOf(item, key));
  return sourceOf(node, key);
}

function sourceOf(node: unknown, key: string): string {
  if (isScalar(node) && node.source !== undefined) return node.source;
  throw new Error(`params.yaml has no value at ${key}`);
}

/** params.yaml with one scalar replaced, everything else byte for byte. */
export function setParameter(text: string, key: string, value: string): string {
  const node = parseDocument(text).getIn(key.split('.'), true);
  if (!isScalar(node) || !node.range) {
    throw new Error(`params.yaml has no value at ${key}`);
  }
  const [start, end] = node.range;
  return text.slice(0, start) + value + text.slice(end);
}
