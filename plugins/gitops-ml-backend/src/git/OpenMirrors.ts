import { openRepository, Repository as GitRepository } from '@gitops-ml/git';
import { Repository } from '../forge/describeRepository';
import { Mirrors } from './Mirrors';

interface Handle {
  git: Promise<GitRepository>;
  users: number;
}

/** More open repositories than this cost more in processes than they save. */
const MAX_IDLE = 16;

/** Mirrors that are open for reading: each has one long-lived git. */
export class OpenMirrors {
  readonly #mirrors: Pick<Mirrors, 'directoryOf' | 'has'>;
  /** Least recently used first. */
  readonly #handles = new Map<string, Handle>();

  constructor(mirrors: Pick<Mirrors, 'directoryOf' | 'has'>) {
    this.#mirrors = mirrors;
  }

  /** Works with a mirror; `undefined` where there is none yet. */
  async use<T>(
    repository: Pick<Repository, 'key'>,
    work: (git: GitRepository) => Promise<T>,
  ): Promise<T | undefined> {
    if (!(await this.#mirrors.has(repository))) return undefined;
    const handle = this.#handleOf(repository);
    handle.users++;
    try {
      return await work(await handle.git);
    } finally {
      handle.users--;
      await this.#closeIdle();
    }
  }

  /** Closes all. */
  async close(): Promise<void> {
    const handles = [...this.#handles.values()];
    this.#handles.clear();
    await Promise.all(handles.map(closeHandle));
  }

  #handleOf({ key }: Pick<Repository, 'key'>): Handle {
    const handle = this.#handles.get(key) ?? {
      git: openRepository(this.#mirrors.directoryOf({ key }), {
        search: false,
      }),
      users: 0,
    };
    // A mirror that can't be opened is tried anew the next time.
    handle.git.catch(() => this.#handles.delete(key));
    this.#handles.delete(key);
    this.#handles.set(key, handle);
    return handle;
  }

  async #closeIdle(): Promise<void> {
    for (const [key, handle] of this.#handles) {
      if (this.#handles.size <= MAX_IDLE) return;
      if (handle.users > 0) continue;
      this.#handles.delete(key);
      await closeHandle(handle);
    }
  }
}

async function closeHandle(handle: Handle): Promise<void> {
  const git = await handle.git.catch(() => undefined);
  await git?.close();
}
