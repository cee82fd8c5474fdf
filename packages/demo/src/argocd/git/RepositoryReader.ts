import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  GitError,
  GitOutcome,
  openRepository,
  runGit,
  TreeEntry,
  tryGit,
} from '@gitops-ml/git';
import { describeListFailure } from './describeListFailure';
import { CommitDescription, readCommit } from './readCommit';
import { parseRemoteRefs, RemoteRefs, resolveRevision } from './RemoteRefs';
import { RepositoryError } from './RepositoryError';
import { SharedQuestions } from './SharedQuestions';

/** User name and password, or a token, for one repository. */
export interface RepositoryCredentials {
  username?: string;
  password?: string;
  bearerToken?: string;
}

/** The files of one commit. */
export interface RepositoryTree {
  commit: string;
  entries: TreeEntry[];
  /** The text of a file of `entries`. Throws `RepositoryError`. */
  read(entry: TreeEntry): Promise<string>;
}

const timeoutMs = 20_000;
const maxFileBytes = 1024 * 1024;
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Reads repositories of this machine's forges with the system's git. All that
 * fails is a `RepositoryError`.
 */
export class RepositoryReader {
  readonly #questions = new SharedQuestions<RemoteRefs>();
  readonly #locks = new Map<string, Promise<unknown>>();

  constructor(
    private readonly directory: string,
    /** Hosts beside this machine itself. */
    private readonly hosts: readonly string[],
  ) {}

  /** Throws where the repository can't be read at all. */
  async listRefs(
    url: string,
    credentials: RepositoryCredentials,
  ): Promise<RemoteRefs> {
    this.#requireReadable(url);
    const question = JSON.stringify([url, credentials]);
    return this.#questions.ask(question, () => askForRefs(url, credentials));
  }

  /** The commit, or abbreviated commit, that a revision names now. */
  async resolve(
    url: string,
    revision: string,
    credentials: RepositoryCredentials,
  ): Promise<string> {
    return resolveRevision(await this.listRefs(url, credentials), revision);
  }

  /** Reads a tree with `use`; nothing of it may be kept open behind that. */
  async withTree<T>(
    url: string,
    revision: string,
    credentials: RepositoryCredentials,
    use: (tree: RepositoryTree) => Promise<T>,
  ): Promise<T> {
    const oid = await this.resolve(url, revision, credentials);
    return this.#locked(url, async () => {
      const gitDirectory = await this.#fetch(url, oid, credentials);
      const repository = await openRepository(gitDirectory, { search: false });
      try {
        const commit = await repository.resolve(oid);
        if (!commit) throw notOurRef(oid);
        return await use({
          commit,
          entries: await repository.tree(commit),
          async read(entry) {
            const blob = await repository.blob(entry.oid, maxFileBytes);
            if (blob.kind === 'bytes')
              return Buffer.from(blob.bytes).toString();
            throw new RepositoryError(`${entry.path} is too large`);
          },
        });
      } finally {
        await repository.close();
      }
    });
  }

  /** What a commit says of itself. */
  async describeCommit(
    url: string,
    revision: string,
    credentials: RepositoryCredentials,
  ): Promise<CommitDescription> {
    const oid = await this.resolve(url, revision, credentials);
    return this.#locked(url, async () =>
      readCommit(await this.#fetch(url, oid, credentials), oid),
    );
  }

  /** A bare repository that has this commit, if the remote has it. */
  async #fetch(
    url: string,
    oid: string,
    credentials: RepositoryCredentials,
  ): Promise<string> {
    const name = createHash('sha256').update(url).digest('hex').slice(0, 32);
    const gitDirectory = path.join(this.directory, `${name}.git`);
    if (!existsSync(path.join(gitDirectory, 'HEAD'))) {
      await runGit({
        cwd: this.directory,
        args: ['init', '--bare', '--quiet', '--template=', gitDirectory],
      });
    }
    if (await hasCommit(gitDirectory, oid)) return gitDirectory;
    await speak(url, credentials, {
      gitDirectory,
      args: [
        'fetch',
        '--quiet',
        '--force',
        '--no-write-fetch-head',
        '--end-of-options',
        url,
        '+refs/heads/*:refs/heads/*',
        '+refs/tags/*:refs/tags/*',
      ],
    });
    if (await hasCommit(gitDirectory, oid)) return gitDirectory;
    throw notOurRef(oid);
  }

  #requireReadable(url: string): void {
    const isUrl = /^https?:\/\//.test(url) && URL.canParse(url);
    const parsed = isUrl ? new URL(url) : undefined;
    // What is no URL is a path to go-git, and nothing is there.
    if (!parsed) {
      throw new RepositoryError('failed to list refs: repository not found');
    }
    if (![...loopback, ...this.hosts].includes(parsed.hostname)) {
      throw new RepositoryError(
        `failed to list refs: the demo reads repositories of this machine only, not of ${parsed.hostname}`,
      );
    }
  }

  async #locked<T>(url: string, task: () => Promise<T>): Promise<T> {
    const result = (this.#locks.get(url) ?? Promise.resolve()).then(task);
    this.#locks.set(
      url,
      result.catch(() => {}),
    );
    return result;
  }
}

/** Throws where the repository can't be read at all. */
async function askForRefs(
  url: string,
  credentials: RepositoryCredentials,
): Promise<RemoteRefs> {
  const { exitCode, stdout, stderr } = await speak(url, credentials, {
    args: ['ls-remote', '--end-of-options', url],
  });
  if (exitCode !== 0) {
    throw new RepositoryError(
      `failed to list refs: ${describeListFailure(url, stderr)}`,
    );
  }
  const refs = parseRemoteRefs(stdout.toString());
  if (refs.size > 0) return refs;
  throw new RepositoryError('failed to list refs: remote repository is empty');
}

/** Runs git against a forge; one that does not answer in time is a `RepositoryError`. */
async function speak(
  url: string,
  credentials: RepositoryCredentials,
  command: { args: string[]; gitDirectory?: string },
): Promise<GitOutcome> {
  try {
    return await tryGit({
      ...command,
      protocols: ['http', 'https'],
      extra: authorization(url, credentials),
      timeoutMs,
    });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new RepositoryError(`failed to list refs: ${error.message}`);
  }
}

async function hasCommit(gitDirectory: string, oid: string): Promise<boolean> {
  const { exitCode } = await tryGit({
    gitDirectory,
    args: ['cat-file', '-e', `${oid}^{commit}`],
  });
  return exitCode === 0;
}

function notOurRef(oid: string): RepositoryError {
  return new RepositoryError(
    `failed to initialize repository resources: rpc error: code = Internal desc = Failed to checkout revision ${oid}: \`git fetch origin ${oid} --tags --force --prune\` failed exit status 128: fatal: remote error: upload-pack: not our ref ${oid}`,
    'checkout',
  );
}

/** By environment: arguments show in the list of processes. */
function authorization(
  url: string,
  { username, password, bearerToken }: RepositoryCredentials,
): NodeJS.ProcessEnv {
  const basic =
    username || password
      ? `Basic ${Buffer.from(`${username ?? ''}:${password ?? ''}`).toString(
          'base64',
        )}`
      : undefined;
  const value = bearerToken ? `Bearer ${bearerToken}` : basic;
  if (!value) return {};
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${new URL(url).origin}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: ${value}`,
  };
}
