import { JsonObject } from '@gitops-ml/core';
import { createVirtualClock } from '../../clock/createVirtualClock';
import { createClusterStore } from '../../cluster/createClusterStore';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { ClusterStore } from '../../cluster/ClusterStore';
import { rolloutSchema, RolloutStatus } from '../contract';
import { HASH_LABEL } from '../reconcile/hashes';
import { Measure } from '../Measure';
import { startRollouts } from '../startRollouts';
import { describeMoment, Moment } from './describeMoment';
import { SceneLine } from './scene';

const NAMESPACE = 'churn';
const NAME = 'churn';

/** What a replay shows, and what the recording showed. */
interface Replay {
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

/** Answers each measurement of a run as it was recorded. */
function answerRecorded(lines: readonly SceneLine[]): Measure {
  const recorded = lines.flatMap(line => ('run' in line ? [line] : []));
  const taken = new Map<string, number>();
  const runNames: string[] = [];
  return async (metric, { run }) => {
    const { name } = run.metadata;
    if (!runNames.includes(name)) runNames.push(name);
    const key = `${name}/${metric.name}`;
    const index = taken.get(key) ?? 0;
    taken.set(key, index + 1);
    const { measurements } = recorded[runNames.indexOf(name)];
    const found = measurements[metric.name][index];
    if (!found) throw new Error(`no measurement ${index} of ${key}`);
    return found;
  };
}

/** What the watch of a store shows. */
class Watched {
  readonly moments: Moment[] = [];
  readonly scales = new Map<string, number[]>();
  private readonly available = new Map<string, number>();

  see(object: KubernetesObject): void {
    if (object.kind === 'ReplicaSet') this.seeReplicaSet(object);
    if (object.kind === 'Rollout') this.seeRollout(object);
  }

  private seeReplicaSet({ metadata, spec, status }: KubernetesObject): void {
    const hash = metadata.labels?.[HASH_LABEL] ?? '';
    this.available.set(hash, Number(status?.availableReplicas ?? 0));
    const scale = this.scales.get(hash) ?? [];
    this.scales.set(hash, scale);
    push(scale, Number(spec?.replicas));
  }

  private seeRollout(object: KubernetesObject): void {
    const { metadata, spec, status = {} } = rolloutSchema.parse(object);
    const { canary } = spec.strategy;
    push(
      this.moments,
      describeMoment({
        generation: metadata.generation,
        status,
        steps: canary.steps ?? [],
        isRouted: canary.trafficRouting !== undefined,
        available: this.available,
      }),
    );
  }
}

/** Feeds one line of a recording in; `hashes` are those of the recording, oldest first. */
function feed(
  store: ClusterStore,
  line: SceneLine,
  hashes: string[],
  own: readonly string[],
): void {
  if ('action' in line) {
    const patch = { status: line.action };
    store.patch('Rollout', NAMESPACE, NAME, patch, { subresource: 'status' });
  } else if ('hash' in line) {
    if (!hashes.includes(line.hash)) hashes.push(line.hash);
    const name = `${NAME}-${own[hashes.indexOf(line.hash)]}`;
    const object = store.get('ReplicaSet', NAMESPACE, name);
    // One stream of the recording may run ahead of the other.
    if (object) store.updateStatus({ ...object, status: line.counts });
  } else if ('spec' in line && 'status' in line && line.spec) {
    applySpec(store, line.spec);
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
  const errors: unknown[] = [];
  const controller = startRollouts({
    store,
    clock,
    measure: answerRecorded(lines),
    onError: error => errors.push(error),
  });
  const watched = new Watched();
  store.watch(({ object }) => watched.see(object));
  const hashes: string[] = [];
  for (const line of lines) {
    if (!('t' in line)) continue;
    await clock.advanceSettled(head.start + line.t * 1000 - clock.now());
    feed(store, line, hashes, [...watched.scales.keys()]);
    await clock.advanceSettled(0);
  }
  controller.close();
  if (errors.length > 0) throw errors[0];
  const recorded = collectRecorded(lines);
  return {
    replayed: watched.moments,
    recorded: recorded.moments,
    replayedScales: [...watched.scales.values()],
    recordedScales: recorded.scales,
    runs: store.list('AnalysisRun', { namespace: NAMESPACE }),
  };
}
