import { DataVersion, DvcHash } from '@gitops-ml/core';

/** A version of an output: what the tracked history holds from a position on. */
export interface OutputVersion {
  position: number;
  change: 'added' | 'modified' | 'deleted' | 'migrated';
  hash: DvcHash | undefined;
  size: number | undefined;
  files: number | undefined;
}

/** The versions of all outputs, and how large they were. */
export interface DataTimeline {
  /** By output path, oldest first. */
  versions: ReadonlyMap<string, readonly OutputVersion[]>;
  /** Oldest first; one point per commit that changed a size. */
  sizes: readonly { position: number; bytes: ReadonlyMap<string, number> }[];
}

/**
 * Collects a timeline from snapshots of outputs, oldest first. What a broken file
 * leaves unsaid is no change: it goes on from what was known when it can be read again.
 */
export class DataTimelineBuilder {
  readonly #versions = new Map<string, OutputVersion[]>();
  readonly #sizes: { position: number; bytes: Map<string, number> }[] = [];
  /** By output path: the files that said something of it last. */
  readonly #sources = new Map<string, string[]>();

  /** `broken`: files that could not be read at this position. */
  add(
    position: number,
    outputs: readonly DataVersion[],
    broken: ReadonlySet<string> = new Set(),
  ): void {
    // A path declared twice is a problem of the commit; the first one counts.
    const present = new Map<string, DataVersion>();
    for (const output of outputs) {
      if (!present.has(output.path)) present.set(output.path, output);
    }
    const known = [...present].filter(([, { unreadable }]) => !unreadable);
    for (const [path, output] of known) this.#addOutput(position, path, output);
    const gone = [...this.#versions.keys()].filter(path => !present.has(path));
    const hidden = gone.filter(path => this.#isHidden(path, broken));
    for (const path of gone) {
      if (!hidden.includes(path)) this.#addDeletion(position, path);
    }
    const isWhole = known.length === present.size && hidden.length === 0;
    if (isWhole) this.#addSizes(position, present);
  }

  build(): DataTimeline {
    return { versions: this.#versions, sizes: this.#sizes };
  }

  #addOutput(position: number, path: string, output: DataVersion): void {
    const versions = this.#versions.get(path) ?? [];
    this.#versions.set(path, versions);
    this.#sources.set(path, sourcesOf(output));
    const change = describeChange(versions.at(-1), output);
    if (!change) return;
    const { hash, size, files } = output;
    versions.push({ position, change, hash, size, files });
  }

  #addDeletion(position: number, path: string): void {
    const versions = this.#versions.get(path);
    if (!versions || versions.at(-1)?.change === 'deleted') return;
    versions.push({
      position,
      change: 'deleted',
      hash: undefined,
      size: undefined,
      files: undefined,
    });
  }

  #isHidden(path: string, broken: ReadonlySet<string>): boolean {
    return (this.#sources.get(path) ?? []).some(file => broken.has(file));
  }

  #addSizes(position: number, present: ReadonlyMap<string, DataVersion>): void {
    const bytes = new Map<string, number>();
    for (const [path, { size }] of present) {
      if (size !== undefined) bytes.set(path, size);
    }
    const last = this.#sizes.at(-1)?.bytes ?? new Map<string, number>();
    if (!isSameSizes(last, bytes)) this.#sizes.push({ position, bytes });
  }
}

/** A pipeline's outputs stand in two files. */
function sourcesOf({ declaredIn: { path } }: DataVersion): string[] {
  return [path, path.replace(/dvc\.yaml$/, 'dvc.lock')];
}

function describeChange(
  last: OutputVersion | undefined,
  next: DataVersion,
): OutputVersion['change'] | undefined {
  if (!last || last.change === 'deleted') return 'added';
  if (last.hash?.value !== next.hash?.value) return 'modified';
  // The same sum under DVC 3's name: only the format moved.
  return last.hash?.algorithm === next.hash?.algorithm ? undefined : 'migrated';
}

function isSameSizes(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): boolean {
  return (
    a.size === b.size && [...a].every(([path, size]) => b.get(path) === size)
  );
}
