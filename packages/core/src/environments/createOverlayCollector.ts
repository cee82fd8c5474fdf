import { KustomizationFacts } from '../facts/gitops';
import { EntryReading } from '../model/EntryReading';
import { selectFacts } from '../model/selectFacts';
import { Problem } from '../reading/Problem';

/** The files that an overlay takes in, and what of it could not be followed. */
interface OverlayFiles {
  /** Sorted. */
  paths: string[];
  problems: Problem[];
}

/**
 * Finds every file that an overlay includes: its kustomization, what that names, and so
 * on through bases and components. `undefined` where the folder has no kustomization.
 * `paths` are all files of the commit.
 */
export function createOverlayCollector(
  readings: readonly EntryReading[],
  paths: readonly string[],
): (overlay: string) => OverlayFiles | undefined {
  const files = new Set(paths);
  const byFolder = new Map(
    selectFacts(readings, 'kustomization').map(facts => [facts.folder, facts]),
  );
  return overlay =>
    byFolder.has(overlay) ? collect(overlay, files, byFolder) : undefined;
}

function collect(
  overlay: string,
  files: ReadonlySet<string>,
  byFolder: ReadonlyMap<string, KustomizationFacts>,
): OverlayFiles {
  const found = new Set<string>();
  const problems: Problem[] = [];
  const visited = new Set<string>();
  const pending = [overlay];
  for (
    let folder = pending.pop();
    folder !== undefined;
    folder = pending.pop()
  ) {
    const facts = byFolder.get(folder);
    if (!facts || visited.has(folder)) continue;
    visited.add(folder);
    found.add(facts.path);
    const followed = follow(facts, files, byFolder);
    for (const path of followed.files) found.add(path);
    pending.push(...followed.folders);
    problems.push(...followed.problems);
  }
  return { paths: [...found].sort(), problems };
}

function follow(
  { path, references }: KustomizationFacts,
  files: ReadonlySet<string>,
  byFolder: ReadonlyMap<string, KustomizationFacts>,
): { files: string[]; folders: string[]; problems: Problem[] } {
  const local = references.flatMap(reference =>
    reference.path === undefined
      ? []
      : [{ path: reference.path, line: reference.line }],
  );
  const isFile = (each: { path: string }) => files.has(each.path);
  const isFolder = (each: { path: string }) => byFolder.has(each.path);
  return {
    files: local.filter(isFile).map(each => each.path),
    folders: local.filter(isFolder).map(each => each.path),
    problems: local
      .filter(each => !isFile(each) && !isFolder(each))
      .map(({ path: file, line }) => ({
        code: 'missing-file',
        severity: 'error',
        path,
        line,
        args: { file },
      })),
  };
}
