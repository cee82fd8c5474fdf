import fs from 'node:fs/promises';
import path from 'node:path';
import { runGit } from './gitProcess';
import { isRefName } from './isRefName';
import { RepositoryName } from './repositoryName';

/** A file of a commit, or the names in a folder of one. */
export type TreeEntry =
  | { kind: 'file'; oid: string; bytes: Buffer }
  | { kind: 'directory'; names: { name: string; isDirectory: boolean }[] };

const shownBytes = 500_000;
const fullOid = /^[0-9a-f]{40}$/;

/** The bare repositories below one folder: `<owner>/<name>.git`. */
export class RepositoryStore {
  constructor(
    readonly root: string,
    private readonly organisations: readonly string[],
  ) {}

  directoryOf({ owner, name }: RepositoryName): string {
    return path.join(this.root, owner, `${name}.git`);
  }

  async has(repository: RepositoryName): Promise<boolean> {
    const head = path.join(this.directoryOf(repository), 'HEAD');
    return fs.access(head).then(
      () => true,
      () => false,
    );
  }

  hasOrganisation(owner: string): boolean {
    return this.organisations.includes(owner);
  }

  async create(repository: RepositoryName): Promise<void> {
    const directory = this.directoryOf(repository);
    await fs.mkdir(directory, { recursive: true });
    // An empty template: no hook may ever run here.
    const { code, stderr } = await runGit(directory, [
      'init',
      '--quiet',
      '--bare',
      '--template=',
      '--initial-branch=main',
    ]);
    if (code !== 0) throw new Error(`git init failed: ${stderr.trim()}`);
  }

  /**
   * Points HEAD at a branch that is there, as Gitea does when the first push
   * brings another branch than the one that was expected.
   */
  async settleHead(repository: RepositoryName): Promise<void> {
    const directory = this.directoryOf(repository);
    const head = await runGit(directory, [
      'rev-parse',
      '-q',
      '--verify',
      'HEAD',
    ]);
    if (head.code === 0) return;
    const { stdout } = await runGit(directory, [
      'for-each-ref',
      '--format=%(refname)',
      'refs/heads/',
    ]);
    const branches = stdout.toString().split('\n').filter(Boolean);
    const branch = branches.includes('refs/heads/master')
      ? 'refs/heads/master'
      : branches[0];
    if (branch) await runGit(directory, ['symbolic-ref', 'HEAD', branch]);
  }

  /** The commit that a branch, tag or oid names. */
  async resolve(
    repository: RepositoryName,
    ref: string,
  ): Promise<string | undefined> {
    if (!isRefName(ref)) return undefined;
    const { code, stdout } = await runGit(this.directoryOf(repository), [
      'rev-parse',
      '--quiet',
      '--verify',
      `${ref}^{commit}`,
    ]);
    const oid = stdout.toString().trim();
    return code === 0 && fullOid.test(oid) ? oid : undefined;
  }

  /** The branch that HEAD names, also when nothing is on it yet. */
  async defaultBranch(repository: RepositoryName): Promise<string> {
    const { stdout } = await runGit(this.directoryOf(repository), [
      'symbolic-ref',
      '--short',
      'HEAD',
    ]);
    return stdout.toString().trim();
  }

  /** A commit as git shows it, cut off where it is very long. */
  async show(repository: RepositoryName, commit: string): Promise<string> {
    const { stdout } = await runGit(this.directoryOf(repository), [
      'show',
      '--stat',
      '--patch',
      '--no-color',
      '--no-ext-diff',
      '--no-textconv',
      commit,
    ]);
    return stdout.length > shownBytes
      ? `${stdout.subarray(0, shownBytes)}\n(cut off after ${shownBytes} bytes)`
      : stdout.toString();
  }

  /** What is at `filePath` (relative, `/`, '' for the root) of a commit. */
  async read(
    repository: RepositoryName,
    commit: string,
    filePath: string,
  ): Promise<TreeEntry | undefined> {
    const directory = this.directoryOf(repository);
    const object = `${commit}:${filePath}`;
    const type = await runGit(directory, ['cat-file', '-t', object]);
    switch (type.stdout.toString().trim()) {
      case 'blob': {
        const oid = await runGit(directory, ['rev-parse', '--verify', object]);
        const blob = await runGit(directory, ['cat-file', 'blob', object]);
        return {
          kind: 'file',
          oid: oid.stdout.toString().trim(),
          bytes: blob.stdout,
        };
      }
      case 'tree': {
        const tree = await runGit(directory, ['ls-tree', '-z', object]);
        return { kind: 'directory', names: parseTree(tree.stdout.toString()) };
      }
      default:
        return undefined;
    }
  }
}

function parseTree(text: string): { name: string; isDirectory: boolean }[] {
  return text
    .split('\0')
    .filter(Boolean)
    .map(line => ({
      name: line.slice(line.indexOf('\t') + 1),
      isDirectory: line.split(' ')[1] === 'tree',
    }));
}
