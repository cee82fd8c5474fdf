/** A kind of object that is read. */
export interface LiveKind {
  kind: 'Rollout' | 'ReplicaSet' | 'AnalysisRun' | 'Deployment' | 'Application';
  /** `apis/<group>/<version>/<plural>` */
  apiVersion: string;
  plural: string;
}

export const ROLLOUT: LiveKind = {
  kind: 'Rollout',
  apiVersion: 'argoproj.io/v1alpha1',
  plural: 'rollouts',
};

export const DEPLOYMENT: LiveKind = {
  kind: 'Deployment',
  apiVersion: 'apps/v1',
  plural: 'deployments',
};

export const APPLICATION: LiveKind = {
  kind: 'Application',
  apiVersion: 'argoproj.io/v1alpha1',
  plural: 'applications',
};

/** What deliveries are made of. */
export const WORKLOAD_KINDS: readonly LiveKind[] = [
  ROLLOUT,
  DEPLOYMENT,
  { kind: 'ReplicaSet', apiVersion: 'apps/v1', plural: 'replicasets' },
  {
    kind: 'AnalysisRun',
    apiVersion: 'argoproj.io/v1alpha1',
    plural: 'analysisruns',
  },
];

/** The path of a kind, of all namespaces where none is named. */
export function pathOfKind(
  { apiVersion, plural }: LiveKind,
  namespace: string | undefined,
): string {
  return namespace === undefined
    ? `/apis/${apiVersion}/${plural}`
    : `/apis/${apiVersion}/namespaces/${encodeURIComponent(
        namespace,
      )}/${plural}`;
}
