import { formatCount } from './formatBytes';
import { formatDuration } from './formatDuration';

/** Feast's `ttl`: 0 lives for ever, which is not the same as not knowing. */
export function describeTtl(
  ttlSeconds: number | undefined,
): { text: string; hint: string } | undefined {
  if (ttlSeconds === undefined) return undefined;
  if (ttlSeconds === 0) {
    return { text: 'no limit', hint: 'ttl is 0: values do not expire' };
  }
  return {
    text: formatDuration(ttlSeconds),
    hint: `${formatCount(ttlSeconds)} seconds`,
  };
}
