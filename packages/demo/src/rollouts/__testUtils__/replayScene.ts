import { createVirtualClock } from '../../clock/createVirtualClock';
import { createClusterStore } from '../../cluster/createClusterStore';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { JsonObject } from '../../argocd/json';
import { ClusterStore } from '../../cluster/ClusterStore';
import { rolloutSchema, RolloutStatus } from '../contract';
import { HASH_LABEL } from '../reconcile/hashes';
import { startRollouts } from '../startRollouts';
import { describeMoment, Moment } from './describeMoment';
import { SceneLine } from './scene';

const NAMESPACE = 'churn';
const NAME = 'churn';

/** What a replay shows, and what the recording showed. */
export interface Replay {
  replayed: Moment[];
  recorded: Moment[];
  /** The numbers of pods that each ReplicaSet was scaled to, oldest ReplicaSet first. */
  replayedScales: number[][];
  recordedScales: number[][];
  runs: KubernetesObject[];
}

function push<T>(list: T[], item: T): void {
  if (JSON.stringify(list.at(-1)) !== JSON.stringify(item)) list.push(item);
}

const isRouted = (spec: JsonObject) =>
  JSON.stringify(spec).includes('"trafficRouting"');

function readSteps(spec: JsonObject): object[] {
  const { strategy } = rolloutSchema.shape.spec.parse(spec);
  return strategy.canary.steps ?? [];
}

/** The moments of the recording itself. */
function collectRecorded(lines: readonly SceneLine[]) {
  const moments: Moment[] = [];
  const scales = new Map<string, number[]>();
  const available = new Map<string, number>();
  let spec: JsonObject = {};
  for (const line of lines) {
    if ('hash' in line) {
      available.set(line.hash, line.counts.availableReplicas ?? 0);
      const scale = scales.get(line.hash) ?? [];
      scales.set(line.hash, scale);
      push(scale, line.wanted);
    }
    if ('status' in line) {
      spec = line.spec ?? spec;
      const status: RolloutStatus =
        rolloutSchema.shape.status.parse(line.status) ?? {};
      push(
        moments,
        describeMoment({
          generation: line.generation,
          status,
          steps: readSteps(spec),
          isRouted: isRouted(spec),
          available,
        }),
      );
    }
  }
  return { moments, scales: [...scales.values()] };
}

function addSurroundings(store: ClusterStore, lines: readonly SceneLine[]) {
  store.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: NAMESPACE },
  });
  for (const name of ['churn-stable', 'churn-canary']) {
    store.create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: NAMESPACE },
      spec: { selector: { app: 'churn' }, ports: [{ port: 80 }] },
    });
  }
  store.create({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'churn', namespace: NAMESPACE },
    spec: { ingressClassName: 'nginx', rules: [] },
  });
  const run = lines.find(line => 'run' in line);
  store.create({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name: 'success-rate', namespace: NAMESPACE },
    spec: {
      args: [{ name: 'key' }],
      metrics:
        run && 'run' in run
          ? run.spec.metrics
          : [{ name: 'none', provider: {} }],
    },
  });
}

/** Writes a recorded specification as a person does who applies a manifest. */
function applySpec(store: ClusterStore, spec: JsonObject): void {
  const before = store.get('Rollout', NAMESPACE, NAME);
  if (before) store.update({ ...before, spec });
  else {
    store.create({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { name: NAME, namespace: NAMESPACE, labels: { app: NAME } },
      spec,
    });
  }
}

/**
 * Replays what was done to a Rollout, what became of its pods and what was
 * measured into the controller, each at its recorded moment.
 */
export async function replayScene(
  lines: readonly SceneLine[],
): Promise<Replay> {
  const [head] = lines;
  if (!('scene' in head)) throw new Error('a scene starts with its moment');
  const clock = createVirtualClock(head.start);
  const store = createClusterStore(clock);
  addSurroundings(store, lines);

  const taken = new Map<string, number>();
  const recordedRuns = lines.filter(line => 'run' in line);
  const runNames: string[] = [];
  const errors: unknown[] = [];
  const controller = startRollouts({
    store,
    clock,
    onError: error => errors.push(error),
    measure: async (metric, { run }) => {
      const { name } = run.metadata;
      if (!runNames.includes(name)) runNames.push(name);
      const key = `${name}/${metric.name}`;
      const index = taken.get(key) ?? 0;
      taken.set(key, index + 1);
      const recorded = recordedRuns[runNames.indexOf(name)];
      const found = recorded?.measurements[metric.name]?.[index];
      if (!found) throw new Error(`no measurement ${index} of ${key}`);
      return found;
    },
  });

  const replayed: Moment[] = [];
  const replayedScales = new Map<string, number[]>();
  const available = new Map<string, number>();
  store.watch(({ object }) => {
    if (object.kind === 'ReplicaSet') {
      const hash = object.metadata.labels?.[HASH_LABEL] ?? '';
      available.set(hash, Number(object.status?.availableReplicas ?? 0));
      const scale = replayedScales.get(hash) ?? [];
      replayedScales.set(hash, scale);
      push(scale, Number(object.spec?.replicas));
    }
    if (object.kind !== 'Rollout') return;
    const { metadata, spec, status = {} } = rolloutSchema.parse(object);
    push(
      replayed,
      describeMoment({
        generation: metadata.generation,
        status,
        steps: spec.strategy.canary.steps ?? [],
        isRouted: spec.strategy.canary.trafficRouting !== undefined,
        available,
      }),
    );
  });

  const hashes: string[] = [];
  for (const line of lines) {
    if (!('t' in line)) continue;
    await clock.advanceSettled(head.start + line.t * 1000 - clock.now());
    if ('action' in line) {
      store.patch(
        'Rollout',
        NAMESPACE,
        NAME,
        { status: line.action },
        { subresource: 'status' },
      );
    } else if ('hash' in line) {
      if (!hashes.includes(line.hash)) hashes.push(line.hash);
      const own = [...replayedScales.keys()][hashes.indexOf(line.hash)];
      const object = store.get('ReplicaSet', NAMESPACE, `${NAME}-${own}`);
      // One stream of the recording may run ahead of the other.
      if (object) store.updateStatus({ ...object, status: line.counts });
    } else if (line.spec) {
      applySpec(store, line.spec);
    }
    await clock.advanceSettled(0);
  }
  controller.close();
  if (errors.length > 0) throw errors[0];
  const recorded = collectRecorded(lines);
  return {
    replayed,
    recorded: recorded.moments,
    replayedScales: [...replayedScales.values()],
    recordedScales: recorded.scales,
    runs: store.list('AnalysisRun', { namespace: NAMESPACE }),
  };
}
