import { SyntaxNode } from '@lezer/common';
import { decodeStringText, parseStringShape } from './parseStringLiteral';
import { childrenOf, SourceText } from './SourceText';
import { Expression, FormatPart } from './syntax';

/** The parts of an f-string; `undefined` for what can't be decoded. */
export function toFormatParts(
  node: SyntaxNode,
  source: SourceText,
  convert: (value: SyntaxNode) => Expression,
): FormatPart[] | undefined {
  const shape = parseStringShape(source.slice(node));
  if (!shape || shape.prefix.includes('t')) return undefined;
  const parts: FormatPart[] = [];
  let at = node.from + shape.prefix.length + shape.quote.length;
  const text = (to: number) => {
    const decoded = decodeStringText(source.text.slice(at, to), shape);
    if (decoded === undefined) return false;
    parts.push({
      kind: 'text',
      text: decoded.replace(/\{\{|\}\}/g, b => b[0]),
    });
    return true;
  };
  for (const child of childrenOf(node)) {
    if (child.name !== 'FormatReplacement' || !text(child.from))
      return undefined;
    const value = toReplacement(child, source, convert);
    if (!value) return undefined;
    parts.push(value);
    at = child.to;
  }
  return text(node.to - shape.quote.length) ? parts : undefined;
}

function toReplacement(
  node: SyntaxNode,
  source: SourceText,
  convert: (value: SyntaxNode) => Expression,
): FormatPart | undefined {
  const children = childrenOf(node).slice(1, -1);
  const [value, ...rest] = children;
  if (!value) return undefined;
  const conversion = rest.find(each => each.name === 'FormatConversion');
  const spec = rest.find(each => each.name === 'FormatSpec');
  // `{x=}` and a tuple without parentheses are left to the caller.
  const known = rest.every(each => each === conversion || each === spec);
  if (!known || (spec && childrenOf(spec).length > 1)) return undefined;
  return {
    kind: 'value',
    value: convert(value),
    conversion: conversion ? source.slice(conversion).slice(1) : '',
    spec: spec ? source.slice(spec).slice(1) : undefined,
  };
}
