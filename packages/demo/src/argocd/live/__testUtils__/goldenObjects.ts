import { KubernetesObject } from '../../../cluster/KubernetesObject';

/** What a commit of the golden path's layout holds, as far as it differs from others. */
export interface Commit {
  /** Names the features ConfigMap, as its hash does. */
  features?: string;
  /** The definitions are wrong: feast-apply fails on them. */
  isBroken?: boolean;
  /** Names the release ConfigMap. */
  model?: string;
  /** The image of the feature jobs. */
  feastImage?: string;
  /** Changes the manifest of the jobs alone. */
  deadline?: number;
  /** How the feature jobs are written. */
  jobs?: 'plain' | 'hooks' | 'hooks without ConfigMap';
}

const hookAnnotations = (wave: number) => ({
  'argocd.argoproj.io/hook': 'Sync',
  'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
  'argocd.argoproj.io/sync-wave': String(wave),
});

const plainAnnotations = (wave: number) => ({
  'argocd.argoproj.io/sync-options': 'Force=true,ServerSideApply=false',
  'argocd.argoproj.io/sync-wave': String(wave),
});

function createJob(name: string, wave: number, commit: Commit) {
  const { jobs = 'plain', features = 'f1', feastImage = 'feast:v1' } = commit;
  const mounted = jobs === 'hooks without ConfigMap' ? undefined : features;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name,
      annotations:
        jobs === 'plain' ? plainAnnotations(wave) : hookAnnotations(wave),
    },
    spec: {
      backoffLimit: 2,
      template: {
        spec: {
          restartPolicy: 'Never',
          activeDeadlineSeconds: commit.deadline ?? 300,
          containers: [{ name: 'feast', image: feastImage }],
          ...(mounted && {
            volumes: [
              { name: 'features', configMap: { name: `features-${mounted}` } },
            ],
          }),
        },
      },
    },
  };
}

const service = (name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app: 'churn' }, ports: [{ name: 'http', port: 80 }] },
});

/** The objects that such a commit renders to. */
export function goldenObjects(commit: Commit): KubernetesObject[] {
  const { features = 'f1', model = 'm1', jobs = 'plain', isBroken } = commit;
  const definitions: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: `features-${features}`,
      annotations: { 'argocd.argoproj.io/sync-wave': '-3' },
    },
    data: { 'views.py': isBroken ? 'broken' : 'fine' },
  };
  return [
    ...(jobs === 'hooks without ConfigMap' ? [] : [definitions]),
    createJob('feast-apply', -2, commit),
    createJob('feast-materialize', -1, commit),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: `release-${model}`,
        annotations: {
          'argocd.argoproj.io/sync-options': 'Prune=false',
          'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
        },
      },
      data: { MODEL_VERSION: model },
    },
    service('churn-stable'),
    service('churn-canary'),
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { name: 'churn' },
      spec: {
        selector: { matchLabels: { app: 'churn' } },
        template: {
          metadata: { labels: { app: 'churn' } },
          spec: {
            containers: [
              {
                name: 'inference',
                image: 'churn:v1',
                envFrom: [{ configMapRef: { name: `release-${model}` } }],
              },
            ],
          },
        },
        strategy: { canary: { steps: [{ setWeight: 10 }, { pause: {} }] } },
      },
    },
  ];
}
