import ignore, { Ignore } from 'ignore';
import { DvcIgnoreFacts } from '../facts/dvc';
import { folderOf } from '../reading/safePath';

/** Says what DVC doesn't look at. */
export interface DvcIgnore {
  matches(path: string): boolean;
}

interface Rules {
  folder: string;
  matcher: Ignore;
}

/**
 * `.dvcignore` files work like `.gitignore`: a pattern counts below its own folder, the
 * nearest file decides, and what lies in an ignored folder stays ignored. A file does not
 * reach into a DVC repository that lies below it.
 * Source: dvc/ignore.py DvcIgnoreFilter.
 */
export function createDvcIgnore(
  files: DvcIgnoreFacts[],
  roots: string[],
): DvcIgnore {
  const rules = files
    .map(
      (file): Rules => ({
        folder: folderOf(file.path),
        matcher: ignore({ ignorecase: false, allowRelativePaths: true }).add(
          file.patterns.map(({ pattern }) => ({ pattern })),
        ),
      }),
    )
    .sort((a, b) => b.folder.length - a.folder.length);
  if (rules.length === 0) return { matches: () => false };
  return {
    matches: path => {
      const root = nearest(roots, path) ?? '';
      const own = rules.filter(
        rule => isBelow(rule.folder, root) && isBelow(path, rule.folder),
      );
      return placesBelow(root, path).some(place => isIgnored(own, place));
    },
  };
}

/** Each folder on the way from the root, then the path. Folders end with `/`. */
function placesBelow(root: string, path: string): string[] {
  const start = root === '' ? 0 : root.length + 1;
  const places: string[] = [];
  for (
    let slash = path.indexOf('/', start);
    slash >= 0;
    slash = path.indexOf('/', slash + 1)
  ) {
    places.push(path.slice(0, slash + 1));
  }
  return [...places, path];
}

/** Decides one place by the nearest file that says something of it. */
function isIgnored(rules: Rules[], place: string): boolean {
  for (const { folder, matcher } of rules) {
    const start = folder === '' ? 0 : folder.length + 1;
    if (place.length > start) {
      const { ignored, unignored } = matcher.test(place.slice(start));
      if (ignored || unignored) return ignored;
    }
  }
  return false;
}

function nearest(roots: string[], path: string): string | undefined {
  return roots
    .filter(root => isBelow(path, root))
    .sort((a, b) => b.length - a.length)[0];
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
