import { fileNameOf } from '../../reading/safePath';
import { matchesGlob } from './matchesGlob';

/** What Feast leaves out by itself. Source: feast/repo_operations.py, get_repo_files. */
const ALWAYS_IGNORED = [
  '.git',
  '.feastignore',
  '.venv',
  '**/.ipynb_checkpoints',
  '**/.pytest_cache',
  '**/__pycache__',
];

/**
 * The Python files that `feast apply` imports, in its order: all below the folder
 * but `__init__.py` and what is ignored. Paths are relative to the folder.
 */
export function listFeastFiles(
  paths: readonly string[],
  feastIgnore: string | undefined,
): string[] {
  const patterns = [...readFeastIgnore(feastIgnore ?? ''), ...ALWAYS_IGNORED];
  return paths
    .filter(path => fileNameOf(path) !== '__init__.py')
    .filter(path => !patterns.some(pattern => isIgnored(path, pattern)))
    .sort(comparePaths);
}

/** The patterns of a `.feastignore`: one a line, `#` starts a comment. */
function readFeastIgnore(content: string): string[] {
  return content
    .split(/\r?\n/)
    .map(line => line.replace(/#.*$/, '').trim())
    .filter(line => line !== '');
}

/** A pattern takes a file by its own path, or by any folder above it. */
function isIgnored(path: string, pattern: string): boolean {
  const parts = path.split('/');
  return (
    parts.some((_, index) =>
      matchesGlob(parts.slice(0, parts.length - index), pattern),
    ) || matchesGlob([], pattern)
  );
}

/** The order of Python's `sorted(paths)`: part by part. */
function comparePaths(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  for (let index = 0; index < left.length; index++) {
    if (index >= right.length) return 1;
    if (left[index] !== right[index])
      return left[index] < right[index] ? -1 : 1;
  }
  return left.length - right.length;
}
