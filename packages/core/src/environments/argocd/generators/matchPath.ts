import { matchTokens, parseTokens } from '../glob/tokens';

/**
 * Does a file match a pathspec as `git ls-files` takes it? That is how Argo
 * CD's git file generator looks (unless told otherwise): `*` goes across
 * folders, and a folder stands for everything below it.
 */
export function matchesPathspec(pathspec: string, file: string): boolean {
  const pattern = pathspec.replace(/\/+$/, '').replace(/^\.\//, '');
  if (pattern === '' || pattern === '.') return true;
  return (
    file === pattern ||
    file.startsWith(`${pattern}/`) ||
    matches(pattern, file, '')
  );
}

/** Go's path.Match: `*` and `?` stay within one folder. */
export function matchesPath(pattern: string, path: string): boolean {
  return matches(pattern.replace(/\*+/g, '*'), path, '/');
}

function matches(pattern: string, path: string, separators: string): boolean {
  const tokens = parseTokens(pattern.replace(/\[\^/g, '[!'));
  return tokens !== undefined && matchTokens(tokens, path, separators);
}
