import { Problem } from '../reading/Problem';
import { AnalysisRun } from './analyses/AnalysisRun';
import { readAnalysisRun } from './analyses/readAnalysisRun';
import { readDeployment } from './deployments/describeDeployment';
import { Deployment } from './deployments/resolvePhase';
import { Fields } from './Fields';
import { identify } from './identify';
import { ObjectPlace } from './KubernetesObject';
import { Metadata, readMetadata } from './readMetadata';
import { readReplicaSet, ReplicaSet } from './readReplicaSet';
import { readRollout } from './rollouts/readRollout';
import { Rollout } from './rollouts/Rollout';
import { readStepEvent, StepEvent } from './rollouts/RolloutEvent';

/** The objects that deliveries are made of. */
export interface Found {
  rollouts: Rollout[];
  deployments: Deployment[];
  replicaSets: ReplicaSet[];
  runs: AnalysisRun[];
  events: StepEvent[];
}

type Identified = Exclude<ReturnType<typeof identify>, { problem: Problem }>;

/** More are left out, with a problem: a namespace of one workload has some dozens. */
const MOST_OBJECTS = 50_000;

/** Deliveries of tools that are not read. */
const UNSUPPORTED = [
  { group: 'flagger.app', kind: 'Canary' },
  { group: 'serving.kserve.io', kind: 'InferenceService' },
  { group: 'serving.kserve.io', kind: 'InferenceGraph' },
];

const KINDS: Record<
  string,
  (found: Found, object: Fields, metadata: Metadata) => void
> = {
  'argoproj.io/Rollout': (found, object, metadata) => {
    found.rollouts.push(readRollout(object, metadata));
  },
  'argoproj.io/AnalysisRun': (found, object, metadata) => {
    found.runs.push(readAnalysisRun(object, metadata));
  },
  'apps/Deployment': (found, object, metadata) => {
    found.deployments.push(readDeployment(object, metadata));
  },
  'apps/ReplicaSet': (found, object, metadata) => {
    found.replicaSets.push(readReplicaSet(object, metadata));
  },
  '/Event': (found, object, metadata) => {
    const event = readStepEvent(object, metadata);
    if (event) found.events.push(event);
  },
};

/** Reads the objects that deliveries are made of, each of its kind. */
export function sortObjects(
  objects: readonly unknown[],
  places: readonly (ObjectPlace | undefined)[],
): { found: Found; problems: Problem[] } {
  const problems: Problem[] = [];
  const unique = new Map<string, Identified>();
  objects.slice(0, MOST_OBJECTS).forEach((object, position) => {
    const identified = identify(object, { position, place: places[position] });
    if ('problem' in identified) {
      problems.push(identified.problem);
      return;
    }
    const { identity, source } = identified;
    const key = `${groupOf(identity)}/${source.path}`;
    // The last one counts, at its own place.
    unique.delete(key);
    unique.set(key, identified);
  });
  if (objects.length > MOST_OBJECTS) {
    problems.push({
      code: 'limit-exceeded',
      severity: 'error',
      path: 'objects',
      args: { what: 'objects', limit: MOST_OBJECTS },
    });
  }
  const found: Found = {
    rollouts: [],
    deployments: [],
    replicaSets: [],
    runs: [],
    events: [],
  };
  for (const identified of unique.values()) {
    problems.push(...readObject(found, identified));
  }
  return { found, problems };
}

function readObject(found: Found, identified: Identified): Problem[] {
  const { identity, record, source } = identified;
  const group = groupOf(identity);
  // Where Deployments and ReplicaSets were before Kubernetes 1.16: old exports have it.
  const home = group === 'extensions' ? 'apps' : group;
  const kind = `${home}/${identity.kind}`;
  if (Object.hasOwn(KINDS, kind)) {
    const object = new Fields(record, source);
    KINDS[kind](found, object, readMetadata(object, identity));
    return source.problems;
  }
  const isUnsupported = UNSUPPORTED.some(
    each => each.group === group && each.kind === identity.kind,
  );
  if (!isUnsupported) return [];
  const { place, path, subject } = source;
  return [
    {
      code: 'unsupported',
      severity: 'warning',
      path: place?.path ?? path,
      ...place?.locate([]),
      args: { what: `The ${subject} (${group})` },
    },
  ];
}

function groupOf({ apiVersion }: Pick<Metadata, 'apiVersion'>): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}
