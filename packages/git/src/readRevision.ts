import {
  DEFAULT_READ_LIMITS,
  EntryReading,
  readEntry,
  Reader,
  ReadLimits,
} from '@gitops-ml/core';
import { loadTree, RevisionTree } from './loadTree';
import { Repository } from './Repository';

/** Reads one entry of a tree, in place. */
async function readOne(
  tree: RevisionTree,
  reader: Reader,
  entry: string,
  limits: ReadLimits,
): Promise<EntryReading> {
  const reading = await readEntry({
    reader,
    entry,
    limits,
    call: (path, loaded, bounds) => reader.read(path, loaded, bounds),
    load: async (questions, into) => {
      await tree.load(questions, into);
    },
  });
  return { reader: reader.id, entry, ...reading };
}

/**
 * What readers say of a commit, in the order of the readers and their entries.
 * `paths` keeps only some of the entries. Readers run in this thread, without a
 * limit of time. Throws `GitError`.
 * @public
 */
export async function readRevision(
  repository: Repository,
  commit: string,
  readers: readonly Reader[],
  limits: ReadLimits = DEFAULT_READ_LIMITS,
  options: { paths?: (path: string) => boolean } = {},
): Promise<EntryReading[]> {
  const tree = await loadTree(repository, commit, limits);
  return readTree(tree, readers, limits, options);
}

/** {@link readRevision} of a tree that is already listed. @public */
export async function readTree(
  tree: RevisionTree,
  readers: readonly Reader[],
  limits: ReadLimits = DEFAULT_READ_LIMITS,
  options: { paths?: (path: string) => boolean } = {},
): Promise<EntryReading[]> {
  const { paths = () => true } = options;
  const readings: EntryReading[] = [];
  for (const reader of readers) {
    for (const entry of reader.entries(tree.paths).filter(paths)) {
      readings.push(await readOne(tree, reader, entry, limits));
    }
  }
  return readings;
}
