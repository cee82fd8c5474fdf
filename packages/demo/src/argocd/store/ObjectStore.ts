import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod/v4';
import { Metadata } from '../contract';
import { isSameJson } from '../../json/isSameJson';
import { Versions } from './Versions';
import { writeFileAtomically } from './writeFileAtomically';

/** What every kind of object has. */
interface StoredObject {
  metadata: Metadata;
  spec: unknown;
}

/** The objects of one kind. */
export interface ObjectStore<T> {
  get(name: string): T | undefined;
  /** Sorted by name. */
  list(): T[];
  /** @returns what is stored; `undefined` where the name is taken */
  create(object: T): Promise<T | undefined>;
  /** Replaces an object that is there; an equal one keeps its version. */
  update(object: T): Promise<T>;
  /** Nothing happens where there is none. */
  delete(name: string): Promise<void>;
  /** Ends when everything is on disk. */
  settle(): Promise<void>;
}

/** The objects of one kind, each in a file of its own. */
export class FileObjectStore<T extends StoredObject> implements ObjectStore<T> {
  readonly #objects = new Map<string, T>();
  #writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly directory: string,
    private readonly versions: Versions,
  ) {}

  /** Throws where a file that is there can't be read as one of ours. */
  static async open<T extends StoredObject>(options: {
    directory: string;
    schema: z.ZodType<T>;
    versions: Versions;
  }): Promise<FileObjectStore<T>> {
    const { directory, schema, versions } = options;
    await fs.mkdir(directory, { recursive: true });
    const store = new FileObjectStore<T>(directory, versions);
    for (const name of await fs.readdir(directory)) {
      if (!name.endsWith('.json')) continue;
      const text = await fs.readFile(path.join(directory, name), 'utf8');
      const object = schema.parse(JSON.parse(text));
      store.#objects.set(object.metadata.name, object);
      versions.seen(object.metadata.resourceVersion);
    }
    return store;
  }

  get(name: string): T | undefined {
    return this.#objects.get(name);
  }

  list(): T[] {
    return [...this.#objects.values()].sort((a, b) =>
      a.metadata.name < b.metadata.name ? -1 : 1,
    );
  }

  async create(object: T): Promise<T | undefined> {
    const { name } = object.metadata;
    if (this.#objects.has(name)) return undefined;
    const stored: T = {
      ...object,
      metadata: {
        ...object.metadata,
        namespace: 'argocd',
        uid: randomUUID(),
        resourceVersion: this.versions.next(),
        generation: 1,
        creationTimestamp: `${new Date().toISOString().slice(0, 19)}Z`,
      },
    };
    await this.#put(stored);
    return stored;
  }

  async update(object: T): Promise<T> {
    const before = this.#objects.get(object.metadata.name);
    if (before && isSameJson(before, object)) return before;
    const { metadata } = before ?? object;
    const changed = !isSameJson(before?.spec, object.spec);
    const stored: T = {
      ...object,
      metadata: {
        ...object.metadata,
        uid: metadata.uid,
        creationTimestamp: metadata.creationTimestamp,
        resourceVersion: this.versions.next(),
        generation: (metadata.generation ?? 1) + (changed ? 1 : 0),
      },
    };
    await this.#put(stored);
    return stored;
  }

  async delete(name: string): Promise<void> {
    if (!this.#objects.delete(name)) return;
    await this.#write(() => fs.rm(this.#fileOf(name), { force: true }));
  }

  async settle(): Promise<void> {
    await this.#writing;
  }

  #fileOf(name: string): string {
    return path.join(this.directory, `${encodeURIComponent(name)}.json`);
  }

  async #put(object: T): Promise<void> {
    const { name } = object.metadata;
    this.#objects.set(name, object);
    await this.#write(() =>
      writeFileAtomically(this.#fileOf(name), JSON.stringify(object)),
    );
  }

  /** One after the other, so that the last state is what stays. */
  async #write(task: () => Promise<void>): Promise<void> {
    const done = this.#writing.then(task);
    this.#writing = done.catch(() => {});
    await done;
  }
}
