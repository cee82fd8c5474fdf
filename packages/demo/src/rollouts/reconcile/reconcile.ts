import { Rollout } from '../contract';
import { parseDuration } from '../../clock/parseDuration';
import { findDeadline } from './calculateConditions';
import { checkPauses } from './checkPauses';
import { Draft } from './Draft';
import {
  createPass,
  DESIRED_REPLICAS,
  findCurrent,
  Owned,
  parseTime,
  Pass,
} from './Pass';
import { Plan } from './Plan';
import { planAnalysis } from './planAnalysis';
import { planScaling } from './planScaling';
import { routeServices, routeTraffic } from './routeTraffic';
import { planReplicaSet, syncRevision } from './syncRevision';
import { countPods, finishStatus, syncStatus } from './syncStatus';

const DEFAULT_HISTORY = 10;
const PAUSE = 'CanaryPauseStep';

/** Were the replicas of the Rollout changed since its ReplicaSets were scaled? */
const isScaled = ({ current, stable, replicas }: Pass) =>
  [current, stable].some(each => {
    const desired = each?.metadata.annotations?.[DESIRED_REPLICAS];
    return (
      each !== undefined &&
      each.spec.replicas > 0 &&
      desired !== undefined &&
      desired !== String(replicas)
    );
  });

function planPause(pass: Pass, draft: Draft): void {
  const { step, status, rollout } = pass;
  if (rollout.spec.paused || status.promoteFull) return;
  if (!step || !('pause' in step)) return;
  const pause = status.pauseConditions?.find(({ reason }) => reason === PAUSE);
  if (!pause) {
    if (!status.controllerPause) draft.addPause(PAUSE);
    return;
  }
  const { duration } = step.pause;
  const length = duration === undefined ? undefined : parseDuration(duration);
  const start = parseTime(pause.startTime);
  if (length !== undefined && start !== undefined)
    draft.requeue(start + length);
}

/** ReplicaSets beyond the history that is kept, oldest first. */
function cleanUp({ rollout, others }: Pass, draft: Draft): void {
  const kept = rollout.spec.revisionHistoryLimit ?? DEFAULT_HISTORY;
  const oldestFirst = [...others].sort(
    (one, other) =>
      Date.parse(one.metadata.creationTimestamp) -
      Date.parse(other.metadata.creationTimestamp),
  );
  for (const each of oldestFirst.slice(0, Math.max(0, others.length - kept))) {
    if (each.spec.replicas === 0 && (each.status?.replicas ?? 0) === 0) {
      draft.replicaSets.push({ kind: 'delete', name: each.metadata.name });
    }
  }
}

const finish = (draft: Draft, status: Plan['status']): Plan => ({
  status,
  replicaSets: draft.replicaSets,
  analysisRuns: draft.analysisRuns,
  services: draft.services,
  announcements: draft.announcements,
  ...(draft.ingress && { ingress: draft.ingress }),
  ...(draft.requeueAt !== undefined && { requeueAt: draft.requeueAt }),
});

/** Source: rollout/canary.go `rolloutCanary`. */
function planCanary(pass: Pass): Plan {
  const draft = new Draft(pass);
  if (pass.isTemplateOrStepsChanged) {
    return finish(draft, syncStatus(pass, draft));
  }
  cleanUp(pass, draft);
  routeServices(pass, draft);
  routeTraffic(pass, draft);
  planAnalysis(pass, draft);
  if (!draft.hasNewPause && !planScaling(pass, draft)) planPause(pass, draft);
  const status = syncStatus(pass, draft);
  const deadline = findDeadline(pass, status);
  if (deadline !== undefined) draft.requeue(deadline);
  return finish(draft, status);
}

/** Source: rollout/sync.go `syncReplicasOnly`. */
function planReplicasOnly(pass: Pass): Plan {
  const draft = new Draft(pass);
  planScaling(pass, draft);
  const { availableReplicas, HPAReplicas } = countPods(pass);
  const status = finishStatus(pass, draft, {
    ...pass.status,
    availableReplicas,
    HPAReplicas,
  });
  return finish(draft, status);
}

/**
 * One look at a Rollout with a canary strategy: what to write and to do, as
 * Argo Rollouts 1.10 does it. Each change is to be followed by another look.
 * Source: rollout/context.go `reconcile`.
 */
export function reconcile(rollout: Rollout, owned: Owned, now: number): Plan {
  const current = findCurrent(rollout, owned.replicaSets);
  if (!current) return planReplicaSet(rollout, owned, now);
  const pass = createPass(rollout, owned, current, now);
  const paused = checkPauses(pass);
  if (paused) {
    return {
      status: paused,
      replicaSets: [],
      analysisRuns: [],
      services: [],
      announcements: [],
    };
  }
  const revised = syncRevision(pass);
  if (revised) return revised;
  return isScaled(pass) ? planReplicasOnly(pass) : planCanary(pass);
}
