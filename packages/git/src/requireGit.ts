import { GitError } from './GitError';
import { runGit } from './runGit';

const OLDEST = [2, 30];

/** `2.39.5` of `git version 2.39.5 (Apple Git-154)`. @internal */
export function parseGitVersion(text: string): string | undefined {
  return /^git version (\d+\.\d+(?:\.\d+)*)/.exec(text)?.[1];
}

/** Is a version one that this package was written for? @internal */
export function isSupportedGit(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/**
 * The version of the system's git. Throws {@link GitError} with a sentence where
 * it is missing or older than 2.30.
 * @public
 */
export async function requireGit(): Promise<string> {
  const text = (await runGit({ args: ['version'] })).toString('utf8').trim();
  const version = parseGitVersion(text);
  if (!version || !isSupportedGit(version)) {
    throw new GitError(
      `git 2.30 or newer is needed; the one on the PATH says "${text}".`,
    );
  }
  return version;
}
