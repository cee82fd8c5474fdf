import { EntryReading } from './EntryReading';

/**
 * The files that could not be read, or not all of them: what they leave unsaid
 * is unknown, not absent.
 * @public
 */
export function selectBroken(readings: readonly EntryReading[]): Set<string> {
  return new Set(
    readings
      .flatMap(({ problems }) => problems)
      .filter(({ severity }) => severity === 'error')
      .map(({ path }) => path),
  );
}
