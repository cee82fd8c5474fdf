import { DeliveryResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';

type Environment = DeliveryResponse['environments'][number];

const CLUSTER: Record<string, string> = {
  unreachable:
    'The cluster can’t be reached, and no workload was seen before it went.',
  forbidden:
    'The cluster refuses to say what runs: give the credentials get, list and watch on Rollouts, ReplicaSets, Deployments and AnalysisRuns',
  'not-configured':
    'No cluster is configured for it: a row of gitopsMl.clusters joins Argo CD’s destination to a cluster of the kubernetes plugin.',
};

/** What was looked for, and what would make a workload appear. */
export function describeNoDelivery(environment: Environment): string {
  const { kubernetes, application, namespace } = environment;
  const inNamespace = namespace ? ` in the namespace ${namespace}` : '';
  if (kubernetes.status === 'forbidden') {
    return `${CLUSTER.forbidden}${inNamespace}.`;
  }
  if (kubernetes.status !== 'ok') {
    return (
      CLUSTER[kubernetes.status] ?? `The cluster is “${kubernetes.status}”.`
    );
  }
  if (application && application.history.length === 0) {
    return 'It was never synced: a workload appears after Argo CD’s first sync.';
  }
  return `There is no Rollout or Deployment of it${inNamespace}. One appears with the first release that Argo CD applies.`;
}
