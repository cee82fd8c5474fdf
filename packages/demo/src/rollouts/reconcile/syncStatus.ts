import { AnalysisRun, RolloutStatus } from '../contract';
import { parseDuration } from '../../clock/parseDuration';
import { calculateConditions } from './calculateConditions';
import { isAtDesiredCounts } from './countReplicas';
import { describePhase } from './describePhase';
import { Draft } from './Draft';
import { hashSteps } from './hashes';
import {
  availableOf,
  hashOf,
  isRollbackWithinWindow,
  Pass,
  revisionOf,
  sum,
} from './Pass';

const PAUSE = 'CanaryPauseStep';

/** Absent where it would say nothing, as Go writes it. */
const positive = (count: number) => (count > 0 ? count : undefined);

const referTo = (run: Pick<AnalysisRun, 'metadata' | 'status'> | undefined) =>
  run && {
    name: run.metadata.name,
    status: run.status?.phase ?? ('' as const),
    ...(run.status?.message && { message: run.status.message }),
  };

/** The numbers and names, which no decision changes. */
export function countPods({ all, current, rollout }: Pass) {
  const replicas = sum(all, each => each.status?.replicas);
  return {
    replicas: positive(replicas),
    HPAReplicas: positive(replicas),
    updatedReplicas: positive(current.status?.replicas ?? 0),
    readyReplicas: positive(sum(all, each => each.status?.readyReplicas)),
    availableReplicas: positive(sum(all, availableOf)),
    selector: Object.entries(rollout.spec.selector.matchLabels)
      .map(([key, value]) => `${key}=${value}`)
      .join(','),
  };
}

function isPauseOver(
  { status, now }: Pass,
  duration: string | number | undefined,
) {
  const pause = status.pauseConditions?.find(({ reason }) => reason === PAUSE);
  if (!pause) return status.controllerPause === true;
  const length = duration === undefined ? undefined : parseDuration(duration);
  return length !== undefined && Date.parse(pause.startTime) + length <= now;
}

/** Source: rollout/canary.go `completedCurrentCanaryStep`. */
function isStepCompleted(pass: Pass, draft: Draft): boolean {
  const { step, rollout } = pass;
  if (!step || rollout.spec.paused) return false;
  if ('pause' in step) return isPauseOver(pass, step.pause.duration);
  if ('setWeight' in step) return isAtDesiredCounts(pass);
  return draft.stepRun?.status?.phase === 'Successful';
}

function describeStep(pass: Pass): string {
  const { step } = pass;
  if (!step || 'analysis' in step) return 'analysis';
  if ('setWeight' in step) return `setWeight: ${step.setWeight}`;
  const { duration } = step.pause;
  return duration === undefined ? 'pause' : `pause: ${duration}`;
}

/** Why the current ReplicaSet becomes the stable one; undefined where it does not yet. */
function findPromotion(pass: Pass, draft: Draft): string | undefined {
  if (!pass.stable) return 'Initial deploy';
  if (draft.isAborted || availableOf(pass.current) < pass.replicas) {
    return undefined;
  }
  if (pass.status.promoteFull) return 'Full promotion requested';
  if (isRollbackWithinWindow(pass)) return 'Rollback within window';
  if (pass.stable === pass.current) return 'Fast rollback';
  if (pass.stepIndex !== undefined && pass.stepIndex !== pass.steps.length) {
    return undefined;
  }
  return `Completed all ${pass.steps.length} canary steps`;
}

const lastStep = ({ steps }: Pass) =>
  steps.length > 0 ? steps.length : undefined;

function announcePromotion(pass: Pass, draft: Draft, reason: string): void {
  const hash = hashOf(pass.current);
  if (pass.status.stableRS === hash) return;
  draft.announce(
    'RolloutCompleted',
    `Rollout completed update to revision ${revisionOf(
      pass.rollout,
    )} (${hash}): ${reason}`,
  );
}

/** A new template, or other steps: from the start, or at once where the template is that of the stable pods. */
function reset(pass: Pass, draft: Draft): Partial<RolloutStatus> {
  draft.clearPauses();
  draft.removeAbort();
  const isShort =
    pass.stable === pass.current ||
    (isRollbackWithinWindow(pass) && pass.current.spec.replicas > 0);
  const first = pass.steps.length > 0 ? 0 : undefined;
  return {
    promoteFull: undefined,
    currentStepIndex: isShort ? lastStep(pass) : first,
  };
}

function promote(
  pass: Pass,
  draft: Draft,
  reason: string,
): Partial<RolloutStatus> {
  draft.clearPauses();
  draft.removeAbort();
  announcePromotion(pass, draft, reason);
  return {
    promoteFull: undefined,
    currentStepIndex: lastStep(pass),
    stableRS: hashOf(pass.current),
  };
}

function completeStep(pass: Pass, draft: Draft): number {
  const done = (pass.stepIndex ?? 0) + 1;
  const { length } = pass.steps;
  draft.announce(
    'RolloutStepCompleted',
    `Rollout step ${done}/${length} completed (${describeStep(pass)})`,
  );
  draft.stepRun = undefined;
  draft.removePause(PAUSE);
  return done;
}

/** Where the steps stand. */
function advance(pass: Pass, draft: Draft): Partial<RolloutStatus> {
  const isSkipping =
    pass.status.promoteFull === true || isRollbackWithinWindow(pass);
  if (isSkipping) {
    draft.clearPauses();
    draft.removeAbort();
  }
  const promotion = findPromotion(pass, draft);
  if (promotion) return promote(pass, draft, promotion);
  if (draft.isAborted) {
    return { currentStepIndex: pass.steps.length > 0 ? 0 : undefined };
  }
  if (isSkipping) return { currentStepIndex: lastStep(pass) };
  return {
    currentStepIndex: isStepCompleted(pass, draft)
      ? completeStep(pass, draft)
      : pass.stepIndex,
  };
}

/** What is undefined is not written. */
const compact = (status: RolloutStatus): RolloutStatus =>
  Object.fromEntries(
    Object.entries(status).filter(([, value]) => value !== undefined),
  );

function announceChanges(pass: Pass, draft: Draft, next: RolloutStatus): void {
  const [before] = pass.status.pauseConditions ?? [];
  const [pause] = next.pauseConditions ?? [];
  if (pause && !before) {
    draft.announce('RolloutPaused', `Rollout is paused (${pause.reason})`);
  }
  if (before && !pause && !next.abort) {
    draft.announce('RolloutResumed', 'Rollout is resumed');
  }
  const aborted = next.conditions?.find(
    ({ reason }) => reason === 'RolloutAborted',
  );
  if (aborted && next.abort && !pass.status.abortedAt) {
    draft.announce('RolloutAborted', aborted.message, 'Warning');
  }
}

/** Conditions and phase upon all else. */
export function finishStatus(
  pass: Pass,
  draft: Draft,
  unfinished: RolloutStatus,
): RolloutStatus {
  const { abort: _, abortedAt: _at, message: _message, ...rest } = unfinished;
  const next = {
    ...rest,
    ...draft.describePauses(),
    observedGeneration: String(pass.rollout.metadata.generation),
  };
  const conditions = calculateConditions(pass, next, {
    isAborted: draft.isAborted,
    message: draft.abortMessage,
  });
  const described = describePhase(pass.rollout, { ...next, conditions });
  const status = compact({ ...next, conditions, ...described });
  announceChanges(pass, draft, status);
  return status;
}

/** Source: rollout/canary.go `syncRolloutStatusCanary`. */
export function syncStatus(pass: Pass, draft: Draft): RolloutStatus {
  const { status } = pass;
  const hash = hashOf(pass.current);
  const base = {
    ...countPods(pass),
    blueGreen: {},
    currentPodHash: hash,
    currentStepHash: hashSteps(pass.steps),
    stableRS: status.stableRS,
    promoteFull:
      hash !== status.stableRS && status.promoteFull ? true : undefined,
  };
  if (pass.isTemplateOrStepsChanged) {
    const changes = reset(pass, draft);
    return finishStatus(pass, draft, {
      ...base,
      ...changes,
      canary: describeCanary(draft),
    });
  }
  const changes = advance(pass, draft);
  return finishStatus(pass, draft, {
    ...base,
    ...changes,
    canary: describeCanary(draft),
  });
}

function describeCanary({ weights, stepRun, backgroundRun }: Draft) {
  return {
    ...(weights && { weights }),
    ...(stepRun && { currentStepAnalysisRunStatus: referTo(stepRun) }),
    ...(backgroundRun && {
      currentBackgroundAnalysisRunStatus: referTo(backgroundRun),
    }),
  };
}
