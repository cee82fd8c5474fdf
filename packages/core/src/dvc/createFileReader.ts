import { Needs, Reader, Reading } from '../reading/Reader';
import { ReadLimits } from '../reading/ReadLimits';
import { TracedTree } from '../reading/TracedTree';

/** Reads an entry's bytes; asks `tree` for more where it needs more. */
export type ReadBytes<F> = (
  entry: string,
  bytes: Uint8Array,
  limits: ReadLimits,
  tree: TracedTree,
) => Reading<F> | Needs;

/** Makes a reader of a function of bytes: an absent or too large entry is handled here. */
export function createFileReader<F>(options: {
  id: string;
  version: number;
  isEntry: (path: string) => boolean;
  watches?: (path: string) => boolean;
  read: ReadBytes<F>;
}): Reader<F> {
  const { id, version, isEntry, watches = isEntry, read } = options;
  return {
    id,
    version,
    entries: paths => paths.filter(isEntry),
    watches,
    read: (entry, answers, limits) => {
      const tree = new TracedTree(answers);
      const file = tree.get(entry);
      if (file?.kind === 'bytes') return read(entry, file.bytes, limits, tree);
      const needs = tree.needs();
      if (needs) return needs;
      const problems: Reading<F>['problems'] =
        file?.kind === 'too-large'
          ? [
              {
                code: 'too-large',
                severity: 'error',
                path: entry,
                args: { size: file.size, limit: limits.bytes },
              },
            ]
          : [
              {
                code: 'missing-file',
                severity: 'error',
                path: entry,
                args: { file: entry },
              },
            ];
      return { facts: undefined, problems };
    },
  };
}
