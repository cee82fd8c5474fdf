import {
  DEFAULT_READ_LIMITS,
  EntryReading,
  readEntry,
  Reader,
  ReadLimits,
  TraceStep,
} from '@gitops-ml/core';
import { KnownReadings } from './KnownReadings';
import { loadTree, RevisionTree } from './loadTree';
import { readLinks } from './readLinks';
import { Repository } from './Repository';

/** What to read of a revision, and how. @public */
export interface ReadOptions {
  limits?: ReadLimits;
  /** Keeps only some of the entries. */
  paths?: (path: string) => boolean;
  /** Saves work over several revisions; it grows with each. */
  known?: KnownReadings;
}

/** Reads one entry of a tree, in place. */
async function readOne(
  tree: RevisionTree,
  reader: Reader,
  entry: string,
  { limits = DEFAULT_READ_LIMITS, known }: ReadOptions,
): Promise<EntryReading> {
  const found = known?.find(reader, entry, tree);
  if (found) return found;
  const steps: TraceStep[] = [];
  const { facts, problems } = await readEntry({
    reader,
    entry,
    limits,
    call: (path, loaded, bounds) => reader.read(path, loaded, bounds),
    load: async (questions, into) => {
      steps.push(...(await tree.load(questions, into)));
    },
  });
  const reading = { reader: reader.id, entry, facts, problems };
  known?.add(reader, steps, reading);
  return reading;
}

/**
 * What readers say of a commit, in the order of the readers and their entries; behind
 * them the entries that are symbolic links.
 * Readers run in this thread, without a limit of time. Throws `GitError`.
 * @public
 */
export async function readRevision(
  repository: Repository,
  commit: string,
  readers: readonly Reader[],
  options: ReadOptions = {},
): Promise<EntryReading[]> {
  const { limits = DEFAULT_READ_LIMITS, paths = () => true } = options;
  const tree = await loadTree(repository, commit, limits);
  const readings: EntryReading[] = [];
  for (const reader of readers) {
    for (const entry of reader.entries(tree.paths).filter(paths)) {
      readings.push(await readOne(tree, reader, entry, options));
    }
  }
  const links = readLinks(readers, tree);
  return [...readings, ...links.filter(({ entry }) => paths(entry))];
}
