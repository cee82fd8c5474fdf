import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { runGit } from '@gitops-ml/git';
import { Repository } from '../forge/describeRepository';
import { forgeCredentials } from '../forge/forgeCredentials';
import { LoadForgeSecret } from '../forge/loadForgeSecret';
import { FetchFailure } from './describeFetchFailure';
import { measureDirectory } from './measureDirectory';
import {
  networkGit,
  NetworkLimits,
  NetworkOutcome,
  tooLarge,
} from './networkGit';
import { parseRemoteRefs, RemoteRefs } from './parseRemoteRefs';
import { readLocalRefs, isSameRefs } from './readLocalRefs';

/** How one look at a forge ended. */
export type MirrorOutcome = { status: 'ok'; changed: boolean } | FetchFailure;

const REFSPECS = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];

/**
 * Full bare mirrors (branches and tags), one per repository. A mirror appears
 * under its name only when its first fetch is complete, and a failing fetch
 * leaves it as it was.
 */
export class Mirrors {
  readonly #directory: string;
  readonly #limits: NetworkLimits;
  readonly #loadSecret: LoadForgeSecret;
  readonly #running = new Map<string, Promise<MirrorOutcome>>();

  constructor(options: {
    directory: string;
    limits: NetworkLimits;
    loadSecret: LoadForgeSecret;
  }) {
    this.#directory = options.directory;
    this.#limits = options.limits;
    this.#loadSecret = options.loadSecret;
  }

  /** Removes what an earlier process left half made. */
  async prepare(): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    for (const name of await readdir(this.#directory)) {
      if (name.endsWith('.incomplete')) await this.#remove(name);
    }
  }

  /** The mirror's Git directory; it may not be there yet. */
  directoryOf(repository: Pick<Repository, 'key'>): string {
    const slug = repository.key
      .replace(/^https?:\/\//, '')
      .replace(/[^a-zA-Z0-9]+/g, '-')
      .slice(-60);
    const digest = createHash('sha256').update(repository.key).digest('hex');
    return path.join(this.#directory, `${slug}-${digest.slice(0, 16)}.git`);
  }

  /** Is there a complete mirror? */
  async has(repository: Pick<Repository, 'key'>): Promise<boolean> {
    return stat(this.directoryOf(repository)).then(
      () => true,
      () => false,
    );
  }

  /** Brings the mirror up to date; joins an update that is already under way. */
  update(repository: Repository): Promise<MirrorOutcome> {
    const running = this.#running.get(repository.key);
    if (running) return running;
    const started = this.#update(repository).finally(() =>
      this.#running.delete(repository.key),
    );
    this.#running.set(repository.key, started);
    return started;
  }

  /** Deletes the mirror. */
  async forget(repository: Pick<Repository, 'key'>): Promise<void> {
    await this.#running.get(repository.key);
    await this.#remove(path.basename(this.directoryOf(repository)));
  }

  async #update(repository: Repository): Promise<MirrorOutcome> {
    const authorization = forgeCredentials(await this.#loadSecret(repository));
    const speak = (args: string[], gitDirectory?: string) =>
      networkGit(
        {
          args,
          url: repository.cloneUrl,
          authorization,
          cwd: this.#directory,
          gitDirectory,
        },
        this.#limits,
      );
    const listed = await speak([
      'ls-remote',
      '--symref',
      '--end-of-options',
      repository.cloneUrl,
      'HEAD',
      'refs/heads/*',
      'refs/tags/*',
    ]);
    if (!listed.ok) return listed.failure;
    const remote = parseRemoteRefs(listed.stdout);
    const fetch = (gitDirectory: string) =>
      speak(
        [
          'fetch',
          '--prune',
          '--force',
          '--quiet',
          '--no-write-fetch-head',
          '--end-of-options',
          repository.cloneUrl,
          ...REFSPECS,
        ],
        gitDirectory,
      );
    return (await this.has(repository))
      ? this.#fetch(this.directoryOf(repository), remote, fetch)
      : this.#clone(this.directoryOf(repository), remote, fetch);
  }

  async #fetch(
    gitDirectory: string,
    remote: RemoteRefs,
    fetch: (gitDirectory: string) => Promise<NetworkOutcome>,
  ): Promise<MirrorOutcome> {
    if (isSameRefs(await readLocalRefs(gitDirectory), remote)) {
      return { status: 'ok', changed: false };
    }
    const outcome = await fetch(gitDirectory);
    if (!outcome.ok) {
      await removeTemporaryPacks(gitDirectory);
      return outcome.failure;
    }
    await setHead(gitDirectory, remote);
    await runGit({
      gitDirectory,
      args: [
        '-c',
        'gc.auto=6700',
        '-c',
        'gc.autoDetach=false',
        'gc',
        '--auto',
        '--quiet',
      ],
    });
    return { status: 'ok', changed: true };
  }

  async #clone(
    gitDirectory: string,
    remote: RemoteRefs,
    fetch: (gitDirectory: string) => Promise<NetworkOutcome>,
  ): Promise<MirrorOutcome> {
    const name = `${randomUUID()}.incomplete`;
    const temporary = path.join(this.#directory, name);
    try {
      await mkdir(temporary, { recursive: true });
      await runGit({
        cwd: temporary,
        args: ['init', '--bare', '--quiet', '--template=', temporary],
      });
      const outcome = remote.refs.size > 0 ? await fetch(temporary) : undefined;
      if (outcome && !outcome.ok) return outcome.failure;
      // A small repository may be complete before its size is first looked at.
      if ((await measureDirectory(temporary)) > this.#limits.maxBytes) {
        return tooLarge(this.#limits);
      }
      await setHead(temporary, remote);
      await rename(temporary, gitDirectory);
      return { status: 'ok', changed: true };
    } finally {
      await this.#remove(name);
    }
  }

  async #remove(name: string): Promise<void> {
    await rm(path.join(this.#directory, name), {
      recursive: true,
      force: true,
    });
  }
}

async function setHead(
  gitDirectory: string,
  { head }: RemoteRefs,
): Promise<void> {
  if (!head?.startsWith('refs/heads/')) return;
  await runGit({ gitDirectory, args: ['symbolic-ref', 'HEAD', head] });
}

/** A killed fetch leaves its half pack, which no later one removes. */
async function removeTemporaryPacks(gitDirectory: string): Promise<void> {
  const packs = path.join(gitDirectory, 'objects', 'pack');
  const names = await readdir(packs).catch(() => []);
  await Promise.all(
    names
      .filter(name => name.startsWith('tmp_'))
      .map(name => rm(path.join(packs, name), { force: true })),
  );
}
