import { listAnnotatedTags } from './annotatedTags';
import { CatFile } from './CatFile';
import { Commit, readCommit } from './Commit';
import { findGitDirectory } from './findGitDirectory';
import { firstParentLog, LogRange } from './firstParentLog';
import { listRefs } from './refs';
import { BlobAnswer, Repository } from './Repository';
import { resolveRef } from './resolveRef';
import { runGit, tryGit } from './runGit';
import { listTree } from './tree';

const COMMIT_LIMIT = 4 * 1024 * 1024;

class SystemGitRepository implements Repository {
  readonly gitDirectory: string;
  readonly #catFile: CatFile;

  constructor(gitDirectory: string) {
    this.gitDirectory = gitDirectory;
    this.#catFile = new CatFile(gitDirectory);
  }

  resolve(ref: string) {
    return resolveRef(this.gitDirectory, ref);
  }

  head() {
    return this.resolve('HEAD');
  }

  async defaultBranch(): Promise<string | undefined> {
    const { exitCode, stdout } = await tryGit({
      gitDirectory: this.gitDirectory,
      args: ['symbolic-ref', '--quiet', 'HEAD'],
    });
    const name = /^refs\/heads\/(.+)\n$/.exec(stdout.toString('utf8'))?.[1];
    return exitCode === 0 ? name : undefined;
  }

  async commit(oid: string): Promise<Commit | undefined> {
    const answer = await this.#catFile.read(oid, COMMIT_LIMIT);
    return answer.kind === 'object' && answer.type === 'commit'
      ? readCommit(oid, answer.bytes)
      : undefined;
  }

  async commits(oids: readonly string[]): Promise<Commit[]> {
    const found = await Promise.all(oids.map(oid => this.commit(oid)));
    return found.filter(commit => commit !== undefined);
  }

  tree(oid: string) {
    return listTree(this.gitDirectory, oid);
  }

  annotatedTags() {
    return listAnnotatedTags(this.gitDirectory, this.#catFile);
  }

  refs(...prefixes: string[]) {
    return listRefs(this.gitDirectory, prefixes);
  }

  async blob(oid: string, limit: number): Promise<BlobAnswer> {
    const answer = await this.#catFile.read(oid, limit);
    if (answer.kind === 'missing' || answer.type !== 'blob') {
      return { kind: 'missing' };
    }
    return answer.kind === 'object'
      ? { kind: 'bytes', bytes: answer.bytes }
      : { kind: 'too-large', size: answer.size };
  }

  firstParentLog(range: LogRange) {
    return firstParentLog(this.gitDirectory, range);
  }

  async isShallow(): Promise<boolean> {
    const output = await runGit({
      gitDirectory: this.gitDirectory,
      args: ['rev-parse', '--is-shallow-repository'],
    });
    return output.toString('utf8').trim() === 'true';
  }

  close() {
    return this.#catFile.close();
  }
}

/**
 * Opens a working tree or a bare repository; with `search` (the default) also
 * one that a folder above `directory` holds. Throws `GitError` where there is
 * none.
 * @public
 */
export async function openRepository(
  directory: string,
  options: { search?: boolean } = {},
): Promise<Repository> {
  const { search = true } = options;
  return new SystemGitRepository(await findGitDirectory(directory, search));
}
