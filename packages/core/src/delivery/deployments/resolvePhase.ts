import { Metadata } from '../readMetadata';

/** A Deployment's spec and status, as far as they are read. */
export interface Deployment {
  metadata: Metadata;
  strategy: 'rolling-update' | 'recreate';
  isPaused: boolean;
  desired: number | undefined;
  observedGeneration: number;
  conditions: {
    type: string;
    reason: string;
    /** When it was said last. */
    at: string | undefined;
  }[];
  replicas: number;
  updated: number;
  ready: number;
  available: number;
}

/**
 * What `kubectl rollout status` says: Healthy where it says "successfully rolled out",
 * Degraded where it fails, Paused for one that would not go on.
 * Source: DeploymentStatusViewer, k8s.io/kubectl/pkg/polymorphichelpers/rollout_status.go.
 */
export function resolvePhase(deployment: Deployment): {
  phase: string;
  message: string;
} {
  const { metadata } = deployment;
  if ((metadata.generation ?? 0) > deployment.observedGeneration) {
    return progressing('Waiting for deployment spec update to be observed...');
  }
  const subject = `deployment "${metadata.name}"`;
  const hasTimedOut = deployment.conditions.some(
    ({ type, reason }) =>
      type === 'Progressing' && reason === 'ProgressDeadlineExceeded',
  );
  if (hasTimedOut) {
    const message = `${subject} exceeded its progress deadline`;
    return { phase: 'Degraded', message };
  }
  const missing = findMissing(deployment);
  if (deployment.isPaused) {
    return { phase: 'Paused', message: missing ?? 'manually paused' };
  }
  return missing === undefined
    ? { phase: 'Healthy', message: '' }
    : progressing(`Waiting for ${subject} rollout to finish: ${missing}...`);
}

function findMissing(deployment: Deployment): string | undefined {
  const { desired = 1, replicas, updated, available } = deployment;
  if (updated < desired) {
    return `${updated} out of ${desired} new replicas have been updated`;
  }
  if (replicas > updated) {
    return `${replicas - updated} old replicas are pending termination`;
  }
  return available < updated
    ? `${available} of ${updated} updated replicas are available`
    : undefined;
}

function progressing(message: string) {
  return { phase: 'Progressing', message };
}
