import { KubernetesObject } from '../../../cluster/KubernetesObject';
import { HealthInput, healthInputSchema } from './contract';
import { describeAnalysisHealth } from './describeAnalysisHealth';
import { describeRolloutHealth } from './describeRolloutHealth';
import { describeScalerHealth } from './describeScalerHealth';
import {
  describeDeploymentHealth,
  describeJobHealth,
  describePodHealth,
  describeReplicaSetHealth,
} from './describeWorkloadHealth';
import { Health, healthOf } from './Health';

const hasAddress = ({ status }: HealthInput) =>
  Boolean(status?.loadBalancer?.ingress?.length);

const checks: Record<string, (input: HealthInput) => Health> = {
  'argoproj.io/Rollout': describeRolloutHealth,
  'argoproj.io/AnalysisRun': describeAnalysisHealth,
  'apps/Deployment': describeDeploymentHealth,
  'apps/ReplicaSet': describeReplicaSetHealth,
  'batch/Job': describeJobHealth,
  '/Pod': describePodHealth,
  'autoscaling/HorizontalPodAutoscaler': describeScalerHealth,
  'networking.k8s.io/Ingress': input =>
    healthOf(hasAddress(input) ? 'Healthy' : 'Progressing'),
  '/Service': input =>
    healthOf(
      input.spec.type === 'LoadBalancer' && !hasAddress(input)
        ? 'Progressing'
        : 'Healthy',
    ),
};

const checkOf = (group: string, kind: string) => checks[`${group}/${kind}`];

/** Is there a check of this kind? The health of others is not known, and counts for nothing. */
export const hasHealthCheck = (group: string, kind: string) =>
  checkOf(group, kind) !== undefined;

/** How well a live object is, as Argo CD's own checks have it; nothing for kinds without one. */
export function describeHealth(object: KubernetesObject): Health | undefined {
  if (object.metadata.deletionTimestamp) {
    return healthOf('Progressing', 'Pending deletion');
  }
  const at = object.apiVersion.indexOf('/');
  const group = at < 0 ? '' : object.apiVersion.slice(0, at);
  return checkOf(group, object.kind)?.(healthInputSchema.parse(object));
}
