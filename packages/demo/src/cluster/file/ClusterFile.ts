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

/** How long a change may be in memory alone, in real milliseconds; longer where writing takes long. */
const WRITE_DELAY = 100;
const RETRY_DELAY = 5000;
/** Of the time, writing takes at most one part in so many. */
const WRITE_SHARE = 10;

/** What a cluster knows, as one file. */
export class ClusterFile {
  readonly #file: string;
  readonly #onError: (error: unknown) => void;
  #pending: (() => ClusterContent) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #delay = WRITE_DELAY;
  #writing: Promise<void> | undefined;

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

  /** Soon writes what `read` then says; one after the other, however slow the disk is. */
  save(read: () => ClusterContent): void {
    this.#pending = read;
    this.#plan();
  }

  /** Ends when everything is on disk. Throws where it can't be written. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#writing?.catch(() => {});
    while (this.#pending) await this.#begin(this.#pending);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #plan(): void {
    if (this.#timer || this.#writing) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#pending) this.#begin(this.#pending).catch(this.#onError);
    }, this.#delay).unref();
  }

  #begin(read: () => ClusterContent): Promise<void> {
    this.#pending = undefined;
    const writing = this.#write(read).finally(() => {
      this.#writing = undefined;
      if (this.#pending) this.#plan();
    });
    this.#writing = writing;
    return writing;
  }

  async #write(read: () => ClusterContent): Promise<void> {
    const start = performance.now();
    try {
      const text = JSON.stringify({ schemaVersion: 1, ...read() });
      await writeFileAtomically(this.#file, text);
      const spent = performance.now() - start;
      this.#delay = Math.max(WRITE_DELAY, spent * WRITE_SHARE);
    } catch (error) {
      this.#delay = RETRY_DELAY;
      this.#pending ??= read;
      throw error;
    }
  }
}

/** What a process that was killed was just writing. */
async function removeLeftovers(directory: string): Promise<void> {
  for (const name of await fs.readdir(directory)) {
    if (!/^cluster\.json\..*\.tmp$/.test(name)) continue;
    await fs.rm(path.join(directory, name), { force: true });
  }
}
