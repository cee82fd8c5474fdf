import { formatCount } from './formatBytes';

/** `1 output`, `12 outputs`. */
export function countNoun(
  count: number,
  singular: string,
  plural: string = `${singular}s`,
): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
