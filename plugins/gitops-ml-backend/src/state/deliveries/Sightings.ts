import { Delivery } from '@gitops-ml/core';
import { LiveObject } from '../../live/kubernetes/contract';
import { Place } from '../../live/kubernetes/KubernetesSources';

/** A workload and what it owns, as they were at a moment. */
interface Sighting {
  /** Grows with each sighting. */
  number: number;
  /** ISO 8601 */
  at: string;
  objects: readonly LiveObject[];
}

interface Seen {
  digest: string;
  sightings: Sighting[];
}

const MOST = 50;
const KEEP_MS = 15 * 60_000;

/**
 * The moments at which what is stable of a workload, or aborted, changed. Working out what
 * they mean takes longer than the next change may: so they wait here, in order.
 */
export class Sightings {
  readonly #seen = new Map<string, Seen>();
  #number = 0;

  /** Keeps a moment that says something new. */
  note(
    place: Place,
    delivery: Delivery,
    { at, objects }: Pick<Sighting, 'at' | 'objects'>,
  ): void {
    const key = keyOf(place, delivery);
    const digest = describe(delivery);
    const seen = this.#seen.get(key) ?? { digest: '', sightings: [] };
    this.#seen.set(key, seen);
    if (seen.digest === digest) return;
    const oldest = Date.parse(at) - KEEP_MS;
    seen.digest = digest;
    seen.sightings = seen.sightings
      .filter(one => Date.parse(one.at) >= oldest)
      .slice(-MOST + 1);
    seen.sightings.push({ number: ++this.#number, at, objects });
  }

  /** What was seen of a workload after another sighting, oldest first. */
  after(
    number: number,
    place: Place,
    workload: { kind: string; name: string },
  ): Sighting[] {
    const seen = this.#seen.get(keyOf(place, workload));
    return seen?.sightings.filter(one => one.number > number) ?? [];
  }
}

function keyOf(
  { cluster, namespace }: Place,
  { kind, name }: { kind: string; name: string },
): string {
  return JSON.stringify([cluster, namespace, kind, name]);
}

function describe(delivery: Delivery): string {
  const { uid, stableSince, aborted, abortedAt, revisions } = delivery;
  const sets = revisions
    .filter(({ role }) => role === 'stable' || role === 'candidate')
    .map(({ role, number, hash }) => [role, number, hash]);
  return JSON.stringify([uid, stableSince, aborted, abortedAt, sets]);
}
