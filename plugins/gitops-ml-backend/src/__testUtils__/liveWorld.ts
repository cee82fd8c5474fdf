import { BackendFeature } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { FakeArgoCd } from './FakeArgoCd';
import { FakeCluster, FakeObject } from './FakeCluster';
import { createEntity, StartedPlugin, startPlugin } from './startPlugin';

/** The plugin with an Argo CD and a cluster that deploy the forge's `fraud`. */
export interface LiveWorld {
  plugin: StartedPlugin;
  argocd: FakeArgoCd;
  cluster: FakeCluster;
  stop(): Promise<void>;
}

/** Starts it; the Application is `fraud-staging`, in the namespace `fraud-staging`. */
export async function startLiveWorld(
  options: {
    entities?: (forgeUrl: string) => Entity[];
    config?: JsonObject;
    features?: BackendFeature[];
    catalog?: (entities: Entity[]) => BackendFeature[];
    rootConfig?: JsonObject;
    /** Instead of the cluster in hand. */
    kubernetes?: BackendFeature;
  } = {},
): Promise<LiveWorld> {
  const argocd = new FakeArgoCd();
  const cluster = new FakeCluster();
  const url = await argocd.start();
  const plugin = await startPlugin({
    catalog: options.catalog,
    entities: options.entities ?? (forgeUrl => [createEntity(forgeUrl)]),
    config: () => ({
      clusters: [
        { argocd: 'main', destination: 'in-cluster', cluster: 'demo' },
      ],
      ...options.config,
    }),
    rootConfig: {
      ...options.rootConfig,
      argocd: {
        appLocatorMethods: [
          { type: 'config', instances: [{ name: 'main', url, token: 't' }] },
        ],
      },
    },
    features: [
      options.kubernetes ?? cluster.plugin(),
      ...(options.features ?? []),
    ],
  });
  argocd.put(createApplication(plugin.forge.url));
  cluster.put(createRollout());
  cluster.put(createReplicaSet('stable', 'stable-release'));
  cluster.put(createReplicaSet('candidate', 'candidate-release'));
  cluster.put(createRelease('stable-release', 'v1.0.0'));
  cluster.put(createRelease('candidate-release', 'v1.1.0'));
  return {
    plugin,
    argocd,
    cluster,
    stop: async () => {
      cluster.breakOff();
      await plugin.stop();
      await argocd.close();
    },
  };
}

const NAMESPACE = 'fraud-staging';

/** An Application of `fraud`, or of another repository of the forge. */
export function createApplication(
  forgeUrl: string,
  {
    name = 'fraud-staging',
    repository = 'fraud',
    namespace = NAMESPACE,
    workload = 'fraud',
  } = {},
): ArgoCdApplication {
  return {
    metadata: { name, uid: `uid-${name}` },
    spec: {
      project: 'ml',
      source: {
        repoURL: `${forgeUrl}/ml/${repository}.git`,
        path: 'infra/staging',
        targetRevision: 'main',
      },
      destination: { server: 'https://kubernetes.default.svc', namespace },
    },
    status: {
      sync: { status: 'Synced', revision: 'a'.repeat(40) },
      health: { status: 'Healthy' },
      history: [
        { id: 0, revision: 'a'.repeat(40), deployedAt: '2026-11-21T08:00:00Z' },
      ],
      resources: [
        {
          group: 'argoproj.io',
          version: 'v1alpha1',
          kind: 'Rollout',
          namespace,
          name: workload,
          status: 'Synced',
        },
      ],
    },
  };
}

/** A Rollout that pauses at its second step. */
export function createRollout({
  name = 'fraud',
  namespace = NAMESPACE,
  spec = {},
  status = {},
}: {
  name?: string;
  namespace?: string;
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
} = {}): FakeObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: {
      name,
      namespace,
      uid: `uid-rollout-${name}`,
      annotations: { 'demo.gitops-ml.io/simulated': 'true' },
    },
    spec: {
      replicas: 4,
      strategy: {
        canary: {
          steps: [{ setWeight: 25 }, { pause: {} }, { setWeight: 50 }],
        },
      },
      ...spec,
    },
    status: {
      phase: 'Paused',
      message: 'CanaryPauseStep',
      currentPodHash: 'candidate',
      stableRS: 'stable',
      currentStepIndex: 1,
      pauseConditions: [
        { reason: 'CanaryPauseStep', startTime: '2026-11-21T09:00:00Z' },
      ],
      controllerPause: true,
      replicas: 4,
      updatedReplicas: 1,
      readyReplicas: 4,
      availableReplicas: 4,
      ...status,
    },
  };
}

/** A ReplicaSet of the Rollout that reads a release ConfigMap whole. */
export function createReplicaSet(hash: string, release: string): FakeObject {
  const replicas = hash === 'stable' ? 3 : 1;
  const labels = { 'rollouts-pod-template-hash': hash };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `fraud-${hash}`,
      namespace: NAMESPACE,
      ...{ labels },
      ownerReferences: [
        { kind: 'Rollout', name: 'fraud', uid: 'uid-rollout-fraud' },
      ],
    },
    spec: {
      replicas,
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: 'inference',
              image: 'registry/fraud@sha256:1',
              envFrom: [{ configMapRef: { name: release } }],
            },
          ],
        },
      },
    },
    status: { replicas, readyReplicas: replicas, availableReplicas: replicas },
  };
}

/** A release ConfigMap. */
export function createRelease(name: string, version: string): FakeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: NAMESPACE },
    data: {
      MODEL_NAME: 'fraud',
      MODEL_VERSION: version,
      MODEL_HASH: `md5:${version}`,
      SECRET_TOKEN: 'never shown',
    },
  };
}
