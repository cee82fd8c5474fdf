import { Entity } from '@backstage/catalog-model';
import { Delivery } from '@gitops-ml/core';
import { Place } from '../../live/kubernetes/KubernetesSources';
import { StateTuples } from '../environments/StateTuples';
import { describeRelease } from '../live/describeRelease';
import { LiveEnvironment, LiveEnvironments } from '../live/LiveEnvironments';
import { RevisionViews } from '../views/RevisionViews';
import { describeSeen, listSeen } from './describeSeen';
import { identifyReleases } from './identifyReleases';
import { Look, lookAt, LookTools } from './lookAt';
import { planReleases } from './planReleases';
import { ReleaseSubject } from './Release';
import { ReleaseLog } from './ReleaseLog';

/** What noting releases takes. */
export interface NoteTools extends LookTools {
  live: Pick<LiveEnvironments, 'configMap'>;
  releases: ReleaseLog;
  revisions: RevisionViews;
  tuples: StateTuples;
}

/** What of an environment this process has noted. */
export interface Progress {
  /** The last sighting. */
  number: number;
  /** What it showed. */
  digest: string | undefined;
}

export const NOTHING_NOTED: Progress = { number: 0, digest: undefined };

/** Keeps what is new of an environment. Twice the same changes nothing. */
export async function noteEnvironment(
  tools: NoteTools,
  options: {
    entity: Entity;
    subject: ReleaseSubject;
    live: LiveEnvironment;
    progress: Progress;
    now: string;
  },
): Promise<{ progress: Progress; isAdded: boolean }> {
  const { live, progress, now } = options;
  const looks = await lookAt(tools, live, { after: progress.number, now });
  let noted = progress;
  let isAdded = false;
  for (const look of looks ?? []) {
    const outcome = await noteLook(tools, { ...options, look, noted });
    // What comes after it is kept after it.
    if (outcome === 'unread') break;
    isAdded ||= outcome === 'added';
    noted = { number: look.number, digest: describeLook(look) };
  }
  return { progress: noted, isAdded };
}

async function noteLook(
  tools: NoteTools,
  options: {
    entity: Entity;
    subject: ReleaseSubject;
    live: LiveEnvironment;
    look: Look;
    noted: Progress;
  },
): Promise<'added' | 'known' | 'unread'> {
  const { entity, subject, live, look, noted } = options;
  const { releases } = tools;
  const watch = await releases.watched(subject, look.at);
  const isNews = !watch.isWatched || describeLook(look) !== noted.digest;
  if (isNews && isUnread(tools, live.place, look.delivery)) return 'unread';
  let isAdded = false;
  if (isNews) {
    const seen = describeSeen(look.delivery, {
      at: look.at,
      identify: revision =>
        describeRelease(revision, name => lookUp(tools, live.place, name)),
    });
    const known = await releases.known(subject);
    const planned = planReleases(seen, known, watch);
    if (planned.length > 0 || !watch.isWatched) {
      const identified = await identifyReleases(tools, entity, {
        live,
        releases: planned,
        known,
        seen,
        watch,
      });
      isAdded = await releases.add(subject, identified);
    }
  }
  await releases.extend(subject, look.at);
  return isAdded ? 'added' : 'known';
}

function lookUp({ live }: NoteTools, place: Place | undefined, name: string) {
  if (!place) throw new Error('A workload without a place was seen.');
  return live.configMap(place, name);
}

/** Will it be known in a moment what some of the pods serve? */
function isUnread(
  tools: NoteTools,
  place: Place | undefined,
  delivery: Delivery | undefined,
): boolean {
  if (!delivery) return false;
  return listSeen(delivery)
    .flatMap(({ configMaps }) => configMaps)
    .map(name => lookUp(tools, place, name))
    .some(({ status, value }) => !value && status !== 'forbidden');
}

/** What of a look a release depends on. */
function describeLook({ delivery }: Look): string {
  if (!delivery) return '';
  const { uid, stableSince, aborted, abortedAt, phase, revisions } = delivery;
  const sets = revisions
    .filter(({ role }) => role === 'stable' || role === 'candidate')
    .map(({ role, number, hash }) => [role, number, hash]);
  const isOver = aborted && phase === 'Degraded';
  return JSON.stringify([uid, stableSince, isOver, abortedAt, sets]);
}
