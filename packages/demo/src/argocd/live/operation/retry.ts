import { parseDuration } from '../../../clock/parseDuration';
import { Retry } from './contract';

export const mayRetry = ({ limit = 0 }: Retry, retries: number) =>
  limit < 0 || retries < limit;

/** Milliseconds to wait before the next attempt, after so many retries (types.go, NextRetryAt: 5 s, doubled, at most 3 min). */
export function readRetryDelay({ backoff }: Retry, retries: number): number {
  const first = parseDuration(backoff?.duration ?? '') ?? 5000;
  const longest = parseDuration(backoff?.maxDuration ?? '') ?? 180_000;
  const factor = backoff?.factor ?? 2;
  return Math.min(first * factor ** retries, longest);
}

/** `8:46AM`, of UTC. */
export function formatKitchen(milliseconds: number): string {
  const date = new Date(milliseconds);
  const hours = date.getUTCHours();
  const minutes = String(date.getUTCMinutes()).padStart(2, '0');
  return `${hours % 12 || 12}:${minutes}${hours < 12 ? 'AM' : 'PM'}`;
}
