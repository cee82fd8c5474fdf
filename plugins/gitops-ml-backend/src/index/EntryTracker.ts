import { Reader, TraceStep } from '@gitops-ml/core';

/** How a commit changed a file. */
export interface FileChange {
  path: string;
  kind: 'added' | 'modified' | 'deleted';
}

/** An entry and its reader. */
interface EntryOfReader {
  reader: Reader;
  entry: string;
}

interface Tracked extends EntryOfReader {
  facts: string;
  trace: readonly TraceStep[];
}

/**
 * Knows which entries a tree has and what their facts depend on, so that a
 * commit costs only the entries whose trace it touched.
 */
export class EntryTracker {
  readonly #readers: readonly Reader[];
  readonly #entries = new Map<string, Tracked>();
  /** Path → keys of the entries that asked for it. */
  readonly #byPath = new Map<string, Set<string>>();
  /** Keys of the entries that asked for a listing. */
  readonly #listing = new Set<string>();

  constructor(readers: readonly Reader[]) {
    this.#readers = readers;
  }

  /** Id of an entry's facts, where it is tracked. */
  factsOf({ reader, entry }: EntryOfReader): string | undefined {
    return this.#entries.get(keyOf(reader.id, entry))?.facts;
  }

  /** Notes an entry's present facts. */
  set(
    { reader, entry }: EntryOfReader,
    facts: string,
    trace: readonly TraceStep[],
  ): void {
    this.delete({ reader, entry });
    const key = keyOf(reader.id, entry);
    this.#entries.set(key, { reader, entry, facts, trace });
    for (const step of trace) {
      if ('get' in step) this.#askersOf(step.get).add(key);
      else this.#listing.add(key);
    }
  }

  delete({ reader, entry }: EntryOfReader): void {
    const key = keyOf(reader.id, entry);
    for (const step of this.#entries.get(key)?.trace ?? []) {
      if ('get' in step) this.#byPath.get(step.get)?.delete(key);
    }
    this.#listing.delete(key);
    this.#entries.delete(key);
  }

  /** What to read again and what is gone after these changes; `paths` is the tree afterwards. */
  plan(
    changes: readonly FileChange[],
    paths: () => readonly string[],
  ): { read: EntryOfReader[]; gone: EntryOfReader[] } {
    const read = this.#touchedBy(changes);
    const gone: EntryOfReader[] = [];
    for (const reader of this.#readers.filter(one => mayMove(one, changes))) {
      const now = new Set(reader.entries(paths()));
      for (const entry of now) {
        const key = keyOf(reader.id, entry);
        if (!this.#entries.has(key)) read.set(key, { reader, entry });
      }
      for (const lost of this.#without(reader, now)) {
        gone.push(lost);
        read.delete(keyOf(reader.id, lost.entry));
      }
    }
    return { read: [...read.values()], gone };
  }

  #without(reader: Reader, entries: ReadonlySet<string>): EntryOfReader[] {
    return [...this.#entries.values()]
      .filter(
        tracked =>
          tracked.reader.id === reader.id && !entries.has(tracked.entry),
      )
      .map(({ entry }) => ({ reader, entry }));
  }

  #askersOf(path: string): Set<string> {
    const askers = this.#byPath.get(path) ?? new Set();
    this.#byPath.set(path, askers);
    return askers;
  }

  #touchedBy(changes: readonly FileChange[]): Map<string, EntryOfReader> {
    const keys = new Set(
      changes.flatMap(({ path }) => [...(this.#byPath.get(path) ?? [])]),
    );
    const moved = changes.filter(({ kind }) => kind !== 'modified');
    for (const key of moved.length > 0 ? this.#listing : []) {
      if (this.#lists(key, moved)) keys.add(key);
    }
    const touched = new Map<string, EntryOfReader>();
    for (const key of keys) {
      const tracked = this.#entries.get(key);
      if (tracked) touched.set(key, tracked);
    }
    return touched;
  }

  #lists(key: string, moved: readonly FileChange[]): boolean {
    const trace = this.#entries.get(key)?.trace ?? [];
    return trace.some(step => moved.some(({ path }) => isListed(path, step)));
  }
}

function keyOf(reader: string, entry: string): string {
  return `${reader}\0${entry}`;
}

/** May these changes give the reader another list of entries? */
function mayMove(reader: Reader, changes: readonly FileChange[]): boolean {
  return changes.some(
    ({ path, kind }) => kind !== 'modified' && reader.watches(path),
  );
}

function isListed(path: string, step: TraceStep): boolean {
  if ('get' in step) return false;
  const prefix = step.list === '' ? '' : `${step.list}/`;
  return path.startsWith(prefix) && path.endsWith(step.suffix);
}
