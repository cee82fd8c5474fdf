import { ObservationView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { formatAbsoluteTime } from '../formatTime';
import { endSentence } from '../endSentence';
import { Status } from '../status';

/** A live source by the name that people know it by: `Argo CD demo`. */
export interface NamedObservation {
  name: string;
  observation: ObservationView;
}

interface LiveTrouble {
  status: Status;
  title: string;
  detail: string;
}

const TROUBLES: Record<string, { status: Status; words: string }> = {
  unreachable: { status: 'stale', words: 'can’t be reached' },
  forbidden: { status: 'failed', words: 'refuses our credentials' },
  'not-configured': { status: 'absent', words: 'is not configured' },
};

function describeAge({ observedAt }: ObservationView, timeZone?: string) {
  const observed = observedAt && formatAbsoluteTime(observedAt, timeZone);
  return observed
    ? `What you see of it was observed at ${observed} and may be out of date.`
    : 'Nothing of it was observed yet.';
}

/** `undefined` when the source is well. */
export function describeLiveTrouble(
  { name, observation }: NamedObservation,
  timeZone?: string,
): LiveTrouble | undefined {
  if (observation.status === 'ok') return undefined;
  const { status, words } = TROUBLES[observation.status] ?? {
    status: 'unknown',
    words: `is “${observation.status}”`,
  };
  const since = formatAbsoluteTime(observation.since, timeZone);
  const isMissing = observation.status === 'not-configured';
  return {
    status,
    title: `${name} ${words}${since && !isMissing ? ` since ${since}` : ''}`,
    detail: [
      endSentence(observation.message),
      isMissing ? undefined : describeAge(observation, timeZone),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** Each source once, however many environments it serves. */
export function collectSources(
  environments: readonly {
    instance?: string;
    cluster?: string;
    argocd: ObservationView;
    kubernetes: ObservationView;
  }[],
): NamedObservation[] {
  const sources = new Map<string, NamedObservation>();
  const add = (name: string, observation: ObservationView) => {
    const key = `${name} ${observation.status} ${observation.message ?? ''}`;
    if (!sources.has(key)) sources.set(key, { name, observation });
  };
  for (const { instance, cluster, argocd, kubernetes } of environments) {
    add(['Argo CD', instance].filter(Boolean).join(' '), argocd);
    add(['Cluster', cluster].filter(Boolean).join(' '), kubernetes);
  }
  return [...sources.values()];
}
