import { describeActions } from '../actions/describeActions';
import { Delivery, RevisionRole } from '../Delivery';
import { Fields } from '../Fields';
import { Metadata } from '../readMetadata';
import { describeRevisions, readRevision, ReplicaSet } from '../readReplicaSet';
import { redactText } from '../redact';
import { planDeployment } from './planDeployment';
import { Deployment, resolvePhase } from './resolvePhase';

/** A plain Deployment, as far as it is read. */
export function readDeployment(object: Fields, metadata: Metadata): Deployment {
  const spec = object.map('spec');
  const status = object.map('status');
  return {
    metadata,
    strategy:
      spec.map('strategy').text('type') === 'Recreate'
        ? 'recreate'
        : 'rolling-update',
    isPaused: spec.flag('paused'),
    desired: spec.count('replicas'),
    observedGeneration: status.count('observedGeneration') ?? 0,
    conditions: status.maps('conditions').map(condition => ({
      type: condition.text('type') ?? '',
      reason: condition.text('reason') ?? '',
      at: condition.time('lastUpdateTime'),
    })),
    replicas: status.count('replicas') ?? 0,
    updated: status.count('updatedReplicas') ?? 0,
    ready: status.count('readyReplicas') ?? 0,
    available: status.count('availableReplicas') ?? 0,
  };
}

/** A Deployment with its ReplicaSets. It has no steps and no weights. */
export function describeDeployment(
  deployment: Deployment,
  replicaSets: readonly ReplicaSet[],
): Delivery {
  const { kind, namespace, name, uid } = deployment.metadata;
  const { phase, message } = resolvePhase(deployment);
  return {
    provider: 'deployment',
    kind,
    namespace,
    name,
    uid,
    phase,
    message: redactText(message),
    strategy: deployment.strategy,
    step: undefined,
    reached: undefined,
    weight: undefined,
    maxWeight: 100,
    weightMeans: 'replicas',
    aborted: false,
    abortedAt: undefined,
    stableSince: phase === 'Healthy' ? findCompletion(deployment) : undefined,
    paused:
      phase === 'Paused'
        ? {
            reason: 'manually paused',
            since: undefined,
            until: undefined,
            remainingSeconds: undefined,
          }
        : undefined,
    steps: [],
    revisions: describeRevisions(
      replicaSets,
      createRoleOf(deployment, replicaSets, phase),
    ),
    analyses: [],
    actions: describeActions(planDeployment),
    replicas: {
      desired: deployment.desired,
      current: deployment.replicas,
      updated: deployment.updated,
      ready: deployment.ready,
      available: deployment.available,
    },
  };
}

/**
 * The controller says so once, when the wanted pods are complete.
 * Source: k8s.io/kubernetes, pkg/controller/deployment/progress.go.
 */
function findCompletion({ conditions }: Deployment): string | undefined {
  return conditions.find(
    ({ type, reason }) =>
      type === 'Progressing' && reason === 'NewReplicaSetAvailable',
  )?.at;
}

/** The wanted revision is stable once it is complete; until then it is the last before it. */
function createRoleOf(
  { metadata }: Deployment,
  replicaSets: readonly ReplicaSet[],
  phase: string,
): (replicaSet: ReplicaSet) => RevisionRole {
  const wanted = readRevision(metadata);
  const before = replicaSets
    .filter(({ revision, desired }) => revision !== wanted && desired > 0)
    .reduce((newest, { revision }) => Math.max(newest, revision ?? -1), -1);
  return ({ revision }) => {
    if (revision === undefined || wanted === undefined) return 'earlier';
    if (revision === wanted) {
      return phase === 'Healthy' || before < 0 ? 'stable' : 'candidate';
    }
    return phase !== 'Healthy' && revision === before ? 'stable' : 'earlier';
  };
}
