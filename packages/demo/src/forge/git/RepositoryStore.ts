import fs from 'node:fs/promises';
import path from 'node:path';
import { RepositoryName } from '../requests/repositoryName';
import { runGit } from './gitProcess';
import { isRefName } from './isRefName';

/** What a word in an address names. `any` is a branch, else a tag, else a commit. */
export type RefKind = 'branch' | 'tag' | 'commit' | 'any';

/** A ref of a repository, and the commit that it leads to. */
export interface ResolvedRef {
  kind: Exclude<RefKind, 'any'>;
  name: string;
  commit: string;
}

const fullOid = /^[0-9a-f]{40}$/;
const oidOrPart = /^[0-9a-f]{4,40}$/;

/** The bare repositories below one folder: `<owner>/<name>.git`. */
export class RepositoryStore {
  constructor(readonly root: string) {}

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

  async remove(repository: RepositoryName): Promise<void> {
    await fs.rm(this.directoryOf(repository), { recursive: true, force: true });
  }

  /**
   * Points HEAD at a branch that is there, as Gitea does when the first push
   * brings another branch than the one that was expected.
   */
  async settleHead(repository: RepositoryName): Promise<void> {
    const directory = this.directoryOf(repository);
    if (await this.verify(repository, 'HEAD')) return;
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

  /** The commit that a branch, tag or oid names; HEAD where `any` is asked. */
  async resolve(
    repository: RepositoryName,
    name: string,
    kind: RefKind = 'any',
  ): Promise<ResolvedRef | undefined> {
    if (!isRefName(name)) return undefined;
    switch (kind) {
      case 'branch':
      case 'tag': {
        const folder = kind === 'branch' ? 'refs/heads' : 'refs/tags';
        const commit = await this.verify(repository, `${folder}/${name}`);
        return commit ? { kind, name, commit } : undefined;
      }
      case 'commit': {
        if (!oidOrPart.test(name)) return undefined;
        const commit = await this.verify(repository, name);
        return commit ? { kind, name: commit, commit } : undefined;
      }
      case 'any':
        return this.resolveAny(repository, name);
      default:
        return kind satisfies never;
    }
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

  private async resolveAny(
    repository: RepositoryName,
    name: string,
  ): Promise<ResolvedRef | undefined> {
    if (name === 'HEAD') {
      const branch = await this.defaultBranch(repository);
      return this.resolve(repository, branch, 'branch');
    }
    return (
      (await this.resolve(repository, name, 'branch')) ??
      (await this.resolve(repository, name, 'tag')) ??
      (await this.resolve(repository, name, 'commit'))
    );
  }

  private async verify(
    repository: RepositoryName,
    ref: string,
  ): Promise<string | undefined> {
    const { code, stdout } = await runGit(this.directoryOf(repository), [
      'rev-parse',
      '--quiet',
      '--verify',
      `${ref}^{commit}`,
    ]);
    const oid = stdout.toString().trim();
    return code === 0 && fullOid.test(oid) ? oid : undefined;
  }
}
