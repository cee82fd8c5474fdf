import { describeActions } from '../actions/describeActions';
import { planRollout } from '../actions/planRollout';
import { describeAnalyses } from '../analyses/describeAnalyses';
import {
  Delivery,
  DeliveryPause,
  RememberedStep,
  RevisionRole,
} from '../Delivery';
import { describeRevisions, ReplicaSet } from '../readReplicaSet';
import { redactText } from '../redact';
import { describeSteps } from './describeSteps';
import { resolvePhase } from './resolvePhase';
import { resolveReached, Traces } from './resolveReached';
import { resolveAbortedAt, resolveStableSince } from './resolveTimes';
import { currentIndex, resolveStep, resolveWeight } from './resolveWeight';
import { Rollout } from './Rollout';

interface RolloutContext extends Traces {
  now: string;
  remembered: RememberedStep | undefined;
}

/** A Rollout as `kubectl argo rollouts get` prints it, with what belongs to it. */
export function describeRollout(
  rollout: Rollout,
  context: RolloutContext,
): Delivery {
  const { metadata, status, steps } = rollout;
  const { replicaSets, runs, now, remembered } = context;
  const { phase, message } = resolvePhase(rollout);
  const reached = resolveReached(rollout, context, remembered);
  const { kind, namespace, name, uid } = metadata;
  return {
    provider: 'argo-rollouts',
    kind,
    namespace,
    name,
    uid,
    phase,
    message: redactText(message),
    strategy: rollout.strategy,
    step: resolveStep(rollout),
    reached,
    weight: resolveWeight(rollout, replicaSets),
    maxWeight: rollout.maxWeight,
    weightMeans: rollout.hasTrafficRouting ? 'traffic' : 'replicas',
    aborted: status.abort,
    abortedAt: resolveAbortedAt(rollout, runs),
    stableSince: resolveStableSince(rollout),
    paused: phase === 'Paused' ? describePause(rollout, now) : undefined,
    steps: steps.length === 0 ? [] : describeSteps(rollout, runs, reached),
    revisions: describeRevisions(replicaSets, createRoleOf(rollout)),
    analyses: describeAnalyses(runs, status.stableHash),
    actions: describeActions(action => planRollout(rollout, action)),
    replicas: {
      desired: rollout.desired,
      current: status.replicas,
      updated: status.updated,
      ready: status.ready,
      available: status.available,
    },
  };
}

function describePause(rollout: Rollout, now: string): DeliveryPause {
  const [pause] = rollout.status.pauses;
  if (rollout.isManuallyPaused || !pause) {
    return {
      reason: 'manually paused',
      since: pause?.since,
      until: undefined,
      remainingSeconds: undefined,
    };
  }
  const { reason, since } = pause;
  const seconds = pauseSeconds(rollout, reason);
  const end =
    seconds === undefined ? NaN : Date.parse(since ?? '') + seconds * 1000;
  // Beyond this, JavaScript has no dates.
  if (!(end <= 8.64e15)) {
    return { reason, since, until: undefined, remainingSeconds: undefined };
  }
  const remaining = Math.round((end - Date.parse(now)) / 1000);
  return {
    reason,
    since,
    until: new Date(end).toISOString(),
    remainingSeconds: Number.isNaN(remaining)
      ? undefined
      : Math.max(0, remaining),
  };
}

function pauseSeconds(rollout: Rollout, reason: string): number | undefined {
  switch (reason) {
    case 'CanaryPauseStep':
      return rollout.steps.at(currentIndex(rollout) ?? Infinity)?.seconds;
    case 'BlueGreenPause':
      return rollout.autoPromotionSeconds;
    default:
      return undefined;
  }
}

function createRoleOf({
  status,
}: Rollout): (replicaSet: ReplicaSet) => RevisionRole {
  return ({ hash }) => {
    if (hash === '') return 'earlier';
    if (hash === status.stableHash) return 'stable';
    if (hash === status.previewHash) return 'preview';
    return hash === status.currentHash ? 'candidate' : 'earlier';
  };
}
