import { DvcIgnoreFacts } from '../facts/dvc';
import { folderOf } from '../reading/safePath';
import {
  IgnorePattern,
  matchIgnorePattern,
  parseIgnorePattern,
} from './ignorePattern';

/** Says what DVC doesn't look at. @public */
export interface DvcIgnore {
  matches(path: string): boolean;
}

/**
 * A `.dvcignore` counts below its own folder, within its own DVC repository; a deeper one
 * overrides, unless it is ignored itself. What lies in an ignored folder stays ignored.
 * Source: dvc/ignore.py DvcIgnoreFilter, DvcIgnorePatterns._ignore.
 * @public
 */
export function createDvcIgnore(
  files: DvcIgnoreFacts[],
  roots: string[],
): DvcIgnore {
  const deepestFirst = [...roots].sort((a, b) => b.length - a.length);
  const rootOf = (path: string) =>
    deepestFirst.find(root => isBelow(path, root)) ?? '';
  const patterns = new Map<string, IgnorePattern[]>();
  const matches = (path: string) => {
    const root = rootOf(path);
    const own = patterns.get(root);
    return own !== undefined && isIgnored(own, relativeTo(root, path));
  };
  const shallowFirst = [...files].sort((a, b) => depth(a.path) - depth(b.path));
  for (const file of shallowFirst) {
    if (matches(file.path)) continue;
    const root = rootOf(file.path);
    const folder = folderOf(relativeTo(root, file.path));
    const added = file.patterns.flatMap(
      ({ pattern }) => parseIgnorePattern(pattern, folder) ?? [],
    );
    patterns.set(root, [...(patterns.get(root) ?? []), ...added]);
  }
  return { matches };
}

/** Goes down from the root, because what is in an ignored folder can't be taken back. */
function isIgnored(patterns: IgnorePattern[], path: string): boolean {
  const parts = path.split('/');
  return parts.some((_, index) => {
    const isFolder = index < parts.length - 1;
    return isPlaceIgnored(patterns, parts.slice(0, index + 1), isFolder);
  });
}

/** The last pattern that matches decides. */
function isPlaceIgnored(
  patterns: IgnorePattern[],
  parts: string[],
  isFolder: boolean,
): boolean {
  for (let index = patterns.length - 1; index >= 0; index--) {
    const pattern = patterns[index];
    const counts = isFolder || !pattern.isForFolders;
    const tried = isFolder ? [...parts, ''] : parts;
    if (counts && matchIgnorePattern(pattern, tried)) return !pattern.isNegated;
  }
  return false;
}

function relativeTo(root: string, path: string): string {
  return root === '' ? path : path.slice(root.length + 1);
}

function depth(path: string): number {
  return path.split('/').length;
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
