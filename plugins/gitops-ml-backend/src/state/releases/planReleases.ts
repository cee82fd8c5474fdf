import { isSameIdentity, isSameList } from '../environments/ReleaseIdentity';
import { KeptRelease, NewRelease } from './Release';
import { hashOfPods, SeenState } from './SeenState';

/** What is kept of an environment, as far as something new depends on it. */
export interface KnownReleases {
  lastStable: KeptRelease | undefined;
  /** Of all pods that are known, whatever became of them. */
  hashes: ReadonlySet<string>;
}

/** Until when it was watched before this look. */
export interface Watch {
  /** Until just now, so that what is new is what has just happened. */
  isWatched: boolean;
  until: string | undefined;
}

/**
 * What is new in what was seen, oldest first. The object's own times come before our clock;
 * where only ours is known, the time is a span: it was not so yet at `after`, and was at `at`.
 */
export function planReleases(
  seen: SeenState,
  known: KnownReleases,
  watch: Watch,
): NewRelease[] {
  return [
    ...(watch.isWatched ? [] : planEarlier(seen, known, watch)),
    ...planStable(seen, known, watch),
    ...planAborted(seen, watch),
  ];
}

function planStable(
  { at, stable }: SeenState,
  { lastStable }: KnownReleases,
  watch: Watch,
): NewRelease[] {
  if (!stable || (lastStable && isSameStable(lastStable, stable))) return [];
  const { pods, identity, configMaps, since, createdAt, before } = stable;
  const time = () => {
    if (since)
      return { at: since, atFrom: 'object', after: undefined } as const;
    if (watch.isWatched) {
      return { at, atFrom: 'observed', after: watch.until } as const;
    }
    const after = latest([createdAt, lastStable?.at, watch.until]);
    return { at: before ?? at, atFrom: 'pods', after } as const;
  };
  return [
    {
      ...time(),
      outcome: 'stable',
      provenance: watch.isWatched ? 'watched' : 'found',
      pods,
      identity,
      configMaps,
      previous: lastStable?.identity,
      reached: undefined,
      message: undefined,
    },
  ];
}

/** The same pods, or others that serve the same: those were only made anew. */
function isSameStable(
  last: KeptRelease,
  { pods, identity, configMaps }: NonNullable<SeenState['stable']>,
): boolean {
  return (
    hashOfPods(last.pods) === hashOfPods(pods) ||
    (isSameIdentity(last.identity, identity) &&
      isSameList(last.configMaps, configMaps))
  );
}

function planAborted(
  { at, stable, aborted }: SeenState,
  watch: Watch,
): NewRelease[] {
  if (!aborted) return [];
  const { pods, identity, configMaps, message, reached, abortedAt } = aborted;
  return [
    {
      at: abortedAt ?? at,
      atFrom: abortedAt ? 'object' : 'observed',
      after: abortedAt ? undefined : watch.until,
      outcome: 'aborted',
      provenance: watch.isWatched ? 'watched' : 'found',
      // After a retry the same pods may be aborted once more.
      pods: `${pods}@${abortedAt ?? ''}`,
      identity,
      configMaps,
      previous: stable?.identity,
      reached,
      message,
    },
  ];
}

/** Pods that were made while nobody watched: what became of them is not known. */
function planEarlier(
  { earlier }: SeenState,
  { hashes }: KnownReleases,
  { until = '' }: Watch,
): NewRelease[] {
  return earlier
    .flatMap(({ createdAt, ...one }) =>
      createdAt ? [{ createdAt, ...one }] : [],
    )
    .filter(
      ({ pods, createdAt }) =>
        !hashes.has(hashOfPods(pods)) &&
        (until === '' || Date.parse(createdAt) > Date.parse(until)),
    )
    .map(({ pods, createdAt, identity, configMaps, message }) => ({
      at: createdAt,
      atFrom: 'pods' as const,
      after: undefined,
      outcome: 'unknown' as const,
      provenance: 'replica-set' as const,
      pods,
      identity,
      configMaps,
      previous: undefined,
      reached: undefined,
      message,
    }))
    .reverse();
}

function latest(times: readonly (string | undefined)[]): string | undefined {
  return times
    .flatMap(time => time ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
}
