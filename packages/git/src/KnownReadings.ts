import { EntryReading, Reader, TraceStep } from '@gitops-ml/core';
import { RevisionTree } from './loadTree';

/**
 * Readings that hold for every tree that answers all their questions the same.
 * One set of limits only.
 * @public
 */
export class KnownReadings {
  readonly #readings = new Map<
    string,
    { steps: readonly TraceStep[]; reading: EntryReading }[]
  >();

  /** What is known of an entry and holds in this tree. */
  find(
    { id, version }: Pick<Reader, 'id' | 'version'>,
    entry: string,
    tree: RevisionTree,
  ): EntryReading | undefined {
    const known = this.#readings.get(`${id}\0${version}\0${entry}`) ?? [];
    // Revisions near each other come one after the other.
    return known.findLast(({ steps }) =>
      steps.every(step => tree.matches(step)),
    )?.reading;
  }

  add(
    { id, version }: Pick<Reader, 'id' | 'version'>,
    steps: readonly TraceStep[],
    reading: EntryReading,
  ): void {
    const key = `${id}\0${version}\0${reading.entry}`;
    const known = this.#readings.get(key);
    if (known) known.push({ steps, reading });
    else this.#readings.set(key, [{ steps, reading }]);
  }
}
