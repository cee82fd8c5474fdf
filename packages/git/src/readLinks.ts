import { EntryReading, Reader } from '@gitops-ml/core';
import { RevisionTree } from './loadTree';

/**
 * What stands in for the readings of entries that are symbolic links: a problem each.
 * They may lead out of the repository, so none is followed.
 * @public
 */
export function readLinks(
  readers: readonly Reader[],
  tree: RevisionTree,
): EntryReading[] {
  return readers.flatMap(reader =>
    reader.entries(tree.links).map(path => ({
      reader: reader.id,
      entry: path,
      facts: undefined,
      problems: [
        { code: 'symbolic-link', severity: 'warning', path, line: 1 } as const,
      ],
    })),
  );
}
