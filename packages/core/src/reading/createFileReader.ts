import { describeTooLarge } from './describeTooLarge';
import { Problem } from './Problem';
import { FileAnswer, Needs, Reader, Reading } from './Reader';
import { ReadLimits } from './ReadLimits';
import { TracedTree } from './TracedTree';

/**
 * Makes a reader of a function of bytes, which asks `tree` where it needs more than
 * its entry. An entry that is absent or over the limit is a problem, unless
 * `passesOver`: the name alone doesn't make the file one of ours.
 */
export function createFileReader<F>(options: {
  id: string;
  version: number;
  isEntry: (path: string) => boolean;
  watches?: (path: string) => boolean;
  passesOver?: boolean;
  read: (
    entry: string,
    bytes: Uint8Array,
    limits: ReadLimits,
    tree: TracedTree,
  ) => Reading<F> | Needs;
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
      const problems =
        file && !options.passesOver
          ? [describeUnread(entry, file, limits)]
          : [];
      return tree.needs() ?? { facts: undefined, problems };
    },
  };
}

function describeUnread(
  path: string,
  file: Exclude<FileAnswer, { kind: 'bytes' }>,
  limits: ReadLimits,
): Problem {
  if (file.kind === 'too-large') {
    return describeTooLarge(path, file.size, limits);
  }
  const args = { file: path };
  return { code: 'missing-file', severity: 'error', path, args };
}
