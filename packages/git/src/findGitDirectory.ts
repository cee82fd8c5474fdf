import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { GitError } from './GitError';

const LINK = /^gitdir: (.+?)\r?\n?$/s;

async function kindOf(file: string): Promise<'file' | 'directory' | undefined> {
  try {
    return (await stat(file)).isDirectory() ? 'directory' : 'file';
  } catch {
    return undefined;
  }
}

async function isGitDirectory(directory: string): Promise<boolean> {
  const [head, ...folders] = await Promise.all([
    kindOf(path.join(directory, 'HEAD')),
    kindOf(path.join(directory, 'objects')),
    kindOf(path.join(directory, 'refs')),
  ]);
  return head === 'file' && folders.every(kind => kind === 'directory');
}

/** A linked working tree or a submodule has a file `.git` that names its folder. */
async function followLink(file: string): Promise<string | undefined> {
  const target = LINK.exec(await readFile(file, 'utf8'))?.[1];
  return target && path.resolve(path.dirname(file), target);
}

async function gitDirectoryAt(directory: string): Promise<string | undefined> {
  const inner = path.join(directory, '.git');
  const kind = await kindOf(inner);
  if (kind === 'file') return followLink(inner);
  if (kind === 'directory' && (await isGitDirectory(inner))) return inner;
  return (await isGitDirectory(directory)) ? directory : undefined;
}

/**
 * The Git directory of a working tree, of a folder in one, or of a bare
 * repository. Searched here and not by git, because an explicit `GIT_DIR` gives
 * the same answer whoever owns the files (see `gitEnvironment`).
 */
export async function findGitDirectory(
  directory: string,
  search: boolean,
): Promise<string> {
  const start = path.resolve(directory);
  if ((await kindOf(start)) !== 'directory') {
    throw new GitError(`${directory} is not a directory.`);
  }
  for (let at = start; ; at = path.dirname(at)) {
    const found = await gitDirectoryAt(at);
    if (found) return found;
    if (!search || at === path.dirname(at)) break;
  }
  throw new GitError(
    search
      ? `${directory} is not a Git repository, and no folder above it is one.`
      : `${directory} is not a Git repository.`,
  );
}
