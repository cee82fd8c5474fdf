const LONGEST = 4096;

/**
 * A path written in a file, as the repository's path: joined to `base` (the
 * repository's path of a folder, `''` for the root), with `.`, `..`, doubled and
 * trailing slashes worked out. `''` is the root itself. `undefined` for what
 * leaves the repository, is absolute, longer than 4096 characters or holds NUL.
 * @public
 */
export function safePath(base: string, path: string): string | undefined {
  if (path.length > LONGEST || path.includes('\0') || isAbsolutePath(path)) {
    return undefined;
  }
  const parts: string[] = [];
  for (const part of `${base}/${path}`.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/** Absolute on POSIX or Windows, or with a URL scheme. @public */
export function isAbsolutePath(path: string): boolean {
  return /^(?:\/|\\\\|[a-zA-Z]:[\\/]|[a-zA-Z][a-zA-Z0-9+.-]*:\/\/)/.test(path);
}

/** The folder of a repository's path, `''` for the root. @public */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last part of a path. @public */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
