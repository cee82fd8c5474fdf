import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod/v4';
import { writeFileAtomically } from '../../argocd/store/writeFileAtomically';
import { objectSchema } from '../contract';
import { ClusterContent } from '../MemoryStore';

const fileSchema = z.object({
  schemaVersion: z.literal(1),
  resourceVersion: z.number(),
  objects: z.array(objectSchema),
});

/** How long a change may be in memory alone, in real milliseconds. */
const WRITE_DELAY = 100;

/** What a cluster knows, as one file. */
export class ClusterFile {
  readonly #file: string;
  readonly #onError: (error: unknown) => void;
  #pending: (() => ClusterContent) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(directory: string, onError: (error: unknown) => void) {
    this.#file = path.join(directory, 'cluster.json');
    this.#onError = onError;
  }

  /** `undefined` where nothing was kept yet. Throws where the file is no cluster's. */
  async load(): Promise<ClusterContent | undefined> {
    const directory = path.dirname(this.#file);
    await fs.mkdir(directory, { recursive: true, mode: 0o700 });
    await removeLeftovers(directory);
    const text = await fs.readFile(this.#file, 'utf8').catch(error => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return undefined;
    try {
      return fileSchema.parse(JSON.parse(text));
    } catch (cause) {
      throw new Error(`${this.#file} is not a cluster's file`, { cause });
    }
  }

  /** Soon writes what `read` then says. */
  save(read: () => ClusterContent): void {
    this.#pending = read;
    this.#timer ??= setTimeout(() => {
      this.settle().catch(this.#onError);
    }, WRITE_DELAY);
  }

  /** Ends when everything is on disk. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const read = this.#pending;
    this.#pending = undefined;
    const written = this.#writing.then(() =>
      read ? this.#write(read()) : undefined,
    );
    this.#writing = written.catch(() => {});
    await written;
  }

  async #write(content: ClusterContent): Promise<void> {
    const text = JSON.stringify({ schemaVersion: 1, ...content });
    await writeFileAtomically(this.#file, text);
  }
}

/** What a process that was killed was just writing. */
async function removeLeftovers(directory: string): Promise<void> {
  for (const name of await fs.readdir(directory)) {
    if (!/^cluster\.json\..*\.tmp$/.test(name)) continue;
    await fs.rm(path.join(directory, name), { force: true });
  }
}
