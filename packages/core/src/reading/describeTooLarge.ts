import { Problem } from './Problem';
import { ReadLimits } from './ReadLimits';

/** A file over the limit of bytes. It is meant as a whole, so its first line is named. */
export function describeTooLarge(
  path: string,
  size: number,
  limits: Pick<ReadLimits, 'bytes'>,
): Problem {
  const args = { size, limit: limits.bytes };
  return { code: 'too-large', severity: 'error', path, line: 1, args };
}
