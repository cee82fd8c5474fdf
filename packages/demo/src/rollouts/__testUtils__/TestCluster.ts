import { JsonObject } from '@gitops-ml/core';
import { createVirtualClock } from '../../clock/createVirtualClock';
import { createClusterStore } from '../../cluster/createClusterStore';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import {
  ReplicaSet,
  replicaSetSchema,
  Rollout,
  rolloutSchema,
} from '../contract';
import { Measured } from '../Measure';
import { startRollouts } from '../startRollouts';

const NAMESPACE = 'shop';
const NAME = 'ranking';
const START = Date.parse('2026-11-21T08:00:00Z');
const READY_MS = 2000;

/** What a test wants of the Rollout. */
export interface TestRollout {
  steps?: JsonObject[];
  spec?: JsonObject;
  canary?: JsonObject;
}

/** A cluster with one Rollout, whose pods are ready after two seconds. */
export class TestCluster {
  readonly clock = createVirtualClock(START);
  readonly store = createClusterStore(this.clock);
  readonly errors: unknown[] = [];
  /** What the next measurements say. */
  measured: Measured = { phase: 'Successful', value: '0.9' };
  arePodsReady = true;
  private readonly controller;

  constructor(private readonly options: TestRollout = {}) {
    this.add({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE },
    });
    for (const name of ['ranking-stable', 'ranking-canary']) {
      this.add({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name, namespace: NAMESPACE },
        spec: { selector: { app: NAME } },
      });
    }
    this.add({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: NAME, namespace: NAMESPACE },
      spec: {
        rules: [
          {
            http: {
              paths: [{ backend: { service: { name: 'ranking-stable' } } }],
            },
          },
        ],
      },
    });
    this.store.watch(({ object, type }) => {
      if (object.kind === 'ReplicaSet' && type !== 'DELETED')
        this.runPods(object);
    });
    this.controller = startRollouts({
      store: this.store,
      clock: this.clock,
      measure: async () => this.measured,
      onError: error => this.errors.push(error),
    });
  }

  add(object: KubernetesObject): void {
    this.store.create(object);
  }

  addTemplate(metric: JsonObject = { count: 3, interval: '10s' }): void {
    this.add({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AnalysisTemplate',
      metadata: { name: 'quality', namespace: NAMESPACE },
      spec: {
        metrics: [{ name: 'roc-auc', provider: { web: {} }, ...metric }],
      },
    });
  }

  /** Asks for a version of the model, and lets some time pass. */
  async ask(version: string, seconds = 0): Promise<void> {
    const spec = this.describeSpec(version);
    const before = this.store.get('Rollout', NAMESPACE, NAME);
    if (before) this.store.update({ ...before, spec });
    else {
      this.add({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Rollout',
        metadata: { name: NAME, namespace: NAMESPACE },
        spec,
      });
    }
    await this.wait(seconds);
  }

  async patchStatus(status: JsonObject, seconds = 0): Promise<void> {
    const options = { subresource: 'status' } as const;
    this.store.patch('Rollout', NAMESPACE, NAME, { status }, options);
    await this.wait(seconds);
  }

  async patchSpec(spec: JsonObject, seconds = 0): Promise<void> {
    this.store.patch('Rollout', NAMESPACE, NAME, { spec });
    await this.wait(seconds);
  }

  async wait(seconds: number): Promise<void> {
    await this.clock.advanceSettled(seconds * 1000);
    if (this.errors.length > 0) throw this.errors[0];
  }

  get rollout(): Rollout {
    return rolloutSchema.parse(this.store.get('Rollout', NAMESPACE, NAME));
  }

  /** Phase, message and step. */
  get state(): [string | undefined, string | undefined, number | undefined] {
    const { phase, message, currentStepIndex } = this.rollout.status ?? {};
    return [phase, message, currentStepIndex];
  }

  /** How many pods each version is to have. */
  get pods(): Record<string, number> {
    return Object.fromEntries(
      this.replicaSets.map(({ spec }) => [
        String(spec.template.spec.containers[0].image),
        spec.replicas,
      ]),
    );
  }

  get replicaSets(): ReplicaSet[] {
    return this.store
      .list('ReplicaSet', { namespace: NAMESPACE })
      .map(object => replicaSetSchema.parse(object));
  }

  /** The version that runs stable. */
  get stable(): string {
    const hash = this.rollout.status?.stableRS;
    const found = this.replicaSets.find(
      ({ metadata }) => metadata.name === `${NAME}-${hash}`,
    );
    return String(found?.spec.template.spec.containers[0].image);
  }

  get weight(): number | undefined {
    return this.rollout.status?.canary?.weights?.canary.weight;
  }

  get runs(): KubernetesObject[] {
    return this.store.list('AnalysisRun', { namespace: NAMESPACE });
  }

  close(): void {
    this.controller.close();
  }

  private describeSpec(version: string): JsonObject {
    const { steps = [], spec = {}, canary = {} } = this.options;
    return {
      replicas: 5,
      selector: { matchLabels: { app: NAME } },
      template: {
        metadata: { labels: { app: NAME } },
        spec: { containers: [{ name: 'inference', image: version }] },
      },
      strategy: { canary: { steps, ...canary } },
      ...spec,
    };
  }

  private runPods({ metadata, spec, status }: KubernetesObject): void {
    const replicas = Number(spec?.replicas ?? 0);
    if (status?.replicas !== replicas) {
      const ready = Math.min(Number(status?.readyReplicas ?? 0), replicas);
      this.setPods(metadata.name, replicas, ready);
    } else if (this.arePodsReady && status.readyReplicas !== replicas) {
      this.clock.setTimer(READY_MS, () => {
        const now = this.store.get('ReplicaSet', NAMESPACE, metadata.name);
        if (now?.spec?.replicas === replicas) {
          this.setPods(metadata.name, replicas, replicas);
        }
      });
    }
  }

  private setPods(name: string, replicas: number, ready: number): void {
    const object = this.store.get('ReplicaSet', NAMESPACE, name);
    if (!object) return;
    const status = {
      replicas,
      readyReplicas: ready,
      availableReplicas: ready,
    };
    this.store.updateStatus({ ...object, status });
  }
}
