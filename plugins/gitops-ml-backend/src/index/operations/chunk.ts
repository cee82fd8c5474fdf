/** Rows per statement: Postgres and SQLite bound the number of bindings. */
const CHUNK = 200;

/** Cuts a list into parts of at most {@link CHUNK}. */
export function chunk<T>(items: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < items.length; start += CHUNK) {
    parts.push(items.slice(start, start + CHUNK));
  }
  return parts;
}
