import { Reader, Reading } from './Reader';
import { ReadLimits } from './ReadLimits';
import { TracedTree } from './TracedTree';

/**
 * Makes a reader that needs its entry's bytes alone. An entry over the limit is a
 * problem, unless `passesOver`: the name alone doesn't make the file one of ours.
 * @public
 */
export function createBytesReader<F>(options: {
  id: string;
  version: number;
  isEntry: (path: string) => boolean;
  passesOver?: boolean;
  read: (path: string, bytes: Uint8Array, limits: ReadLimits) => Reading<F>;
}): Reader<F> {
  const { id, version, isEntry, passesOver = false, read } = options;
  const nothing: Reading<F> = { facts: undefined, problems: [] };
  return {
    id,
    version,
    entries: paths => paths.filter(isEntry),
    watches: isEntry,
    read: (path, answers, limits) => {
      const tree = new TracedTree(answers);
      const file = tree.get(path);
      if (file?.kind === 'bytes') return read(path, file.bytes, limits);
      if (file?.kind !== 'too-large') return tree.needs() ?? nothing;
      if (passesOver) return nothing;
      const args = { size: file.size, limit: limits.bytes };
      const code = 'too-large';
      const problems = [{ code, severity: 'error', path, args } as const];
      return { facts: undefined, problems };
    },
  };
}
