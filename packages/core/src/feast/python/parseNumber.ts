import { Literal } from './syntax';

/** A Python number; `undefined` for imaginary ones and integers beyond 2^53. */
export function parseNumber(token: string): Literal | undefined {
  const text = token.replace(/_/g, '').toLowerCase();
  if (/^(?:0x[0-9a-f]+|0o[0-7]+|0b[01]+|0+|[1-9]\d*)$/.test(text)) {
    const value = Number(text);
    return Number.isSafeInteger(value) ? { kind: 'int', value } : undefined;
  }
  if (
    /^(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/.test(text) &&
    !/^0\d+$/.test(text)
  ) {
    return { kind: 'float', value: Number(text) };
  }
  return undefined;
}
