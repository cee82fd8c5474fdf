import { promises as fs, Stats } from 'node:fs';
import path from 'node:path';
import { InputError, isError } from '@backstage/errors';
import { safePath } from '@gitops-ml/core';

/** What a path of the workspace is. */
type Place =
  | { kind: 'absent'; path: string }
  | { kind: 'file' | 'directory'; path: string; stats: Stats };

/** DVC's and Git's own folders, which DVC never tracks. */
const RESERVED = new Set(['.git', '.hg', '.dvc']);

/** Files that say what is tracked, so that they are not tracked themselves. */
const OWN_FILE = /(^|\/)(dvc\.(yaml|lock)|[^/]*\.dvc|\.(dvc|git)ignore)$/;

/** A workspace path in its plain form, `data/raw`. Throws InputError for one that leaves it. */
export function parseWorkspacePath(text: string): string {
  const plain = safePath('', text);
  if (plain === undefined || plain === '') {
    throw new InputError(
      `The path ${JSON.stringify(text)} is not inside the workspace`,
    );
  }
  if (plain.split('/').some(part => RESERVED.has(part))) {
    throw new InputError(
      `The path ${JSON.stringify(text)} is in a folder of Git's or DVC's own`,
    );
  }
  if (OWN_FILE.test(plain)) {
    throw new InputError(
      `The path ${JSON.stringify(
        text,
      )} is a file of Git's or DVC's own, which DVC does not track`,
    );
  }
  return plain;
}

/**
 * Looks a plain path up without following a symbolic link anywhere on the way.
 * Throws InputError at a link, and at what is neither file nor folder.
 */
export async function resolveInside(
  workspace: string,
  plainPath: string,
): Promise<Place> {
  const parts = plainPath.split('/');
  let place = workspace;
  for (const [index, part] of parts.entries()) {
    place = path.join(place, part);
    const stats = await lstatOptional(place);
    if (stats === undefined) {
      return { kind: 'absent', path: path.join(workspace, ...parts) };
    }
    if (stats.isSymbolicLink()) {
      throw new InputError(
        `${parts
          .slice(0, index + 1)
          .join('/')} is a symbolic link, which is not followed`,
      );
    }
    if (index === parts.length - 1)
      return describePlace(place, stats, plainPath);
  }
  return { kind: 'absent', path: place };
}

function describePlace(place: string, stats: Stats, plainPath: string): Place {
  if (stats.isFile()) return { kind: 'file', path: place, stats };
  if (stats.isDirectory()) return { kind: 'directory', path: place, stats };
  throw new InputError(`${plainPath} is neither a file nor a folder`);
}

async function lstatOptional(place: string): Promise<Stats | undefined> {
  try {
    return await fs.lstat(place);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (
    isError(error) &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}
