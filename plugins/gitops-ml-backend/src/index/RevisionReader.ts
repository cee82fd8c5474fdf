import { EntryReading, Reader } from '@gitops-ml/core';
import { loadTree, readLinks, Repository } from '@gitops-ml/git';
import { FactsStore } from './FactsStore';
import { RecentMap } from './RecentMap';

const KEPT = 200;

/**
 * What readers say of any commit: its tree is listed, and the facts come by
 * trace. A commit never changes, so its readings are kept for a while.
 */
export class RevisionReader {
  readonly #store: FactsStore;
  readonly #readers: readonly Reader[];
  readonly #recent = new RecentMap<Promise<EntryReading[]>>(KEPT);

  constructor(options: { store: FactsStore; readers: readonly Reader[] }) {
    this.#store = options.store;
    this.#readers = options.readers;
  }

  /** In the order of the readers and their entries. Throws GitError. */
  read(git: Repository, commit: string): Promise<EntryReading[]> {
    const key = `${git.gitDirectory} ${commit}`;
    const known = this.#recent.get(key);
    if (known) return known;
    const started = this.#read(git, commit);
    this.#recent.set(key, started);
    started.then(
      readings => {
        if (readings.some(isStopped)) this.#recent.delete(key);
      },
      () => this.#recent.delete(key),
    );
    return started;
  }

  async #read(git: Repository, commit: string): Promise<EntryReading[]> {
    const tree = await loadTree(git, commit, this.#store.limits);
    const readings: EntryReading[] = [];
    for (const reader of this.#readers) {
      for (const entry of reader.entries(tree.paths)) {
        readings.push((await this.#store.read(reader, entry, tree)).reading);
      }
    }
    return [...readings, ...readLinks(this.#readers, tree)];
  }
}

const LIMITS = new Set(['seconds of reading', 'megabytes of memory']);

/** Was the reading ended before it was done? It is tried again later. */
function isStopped({ problems }: EntryReading): boolean {
  return problems.some(
    ({ code, args }) =>
      code === 'reader-failed' ||
      (code === 'limit-exceeded' && LIMITS.has(String(args?.what))),
  );
}
