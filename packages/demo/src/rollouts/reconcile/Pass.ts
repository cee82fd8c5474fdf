import {
  AnalysisRun,
  CanaryStep,
  ReplicaSet,
  Rollout,
  RolloutStatus,
} from '../contract';
import { HASH_LABEL, hashSteps, hashTemplate } from './hashes';

/** The annotation that counts a Rollout's releases. */
export const REVISION = 'rollout.argoproj.io/revision';
/** The annotation that says how many replicas a Rollout wanted when a ReplicaSet was scaled. */
export const DESIRED_REPLICAS = 'rollout.argoproj.io/desired-replicas';
/** The annotation that says when a ReplicaSet goes. */
export const SCALE_DOWN_DEADLINE = 'scale-down-deadline';

/** What a decision looks at. */
export interface Pass {
  rollout: Rollout;
  /** The status as it was written last. */
  status: RolloutStatus;
  /** Milliseconds of the Unix time. */
  now: number;
  replicas: number;
  maxWeight: number;
  steps: CanaryStep[];
  stepIndex: number | undefined;
  step: CanaryStep | undefined;
  /** The ReplicaSet of the template that is asked for. */
  current: ReplicaSet;
  /** May be `current`. */
  stable: ReplicaSet | undefined;
  /** Neither current nor stable. */
  others: ReplicaSet[];
  all: ReplicaSet[];
  stepRun: AnalysisRun | undefined;
  backgroundRun: AnalysisRun | undefined;
  otherRuns: AnalysisRun[];
  isTemplateOrStepsChanged: boolean;
  isFullyPromoted: boolean;
}

/** What a Rollout owns. */
export interface Owned {
  replicaSets: readonly ReplicaSet[];
  analysisRuns: readonly AnalysisRun[];
}

export const hashOf = (replicaSet: ReplicaSet | undefined) =>
  replicaSet?.metadata.labels?.[HASH_LABEL];

export const availableOf = (replicaSet: ReplicaSet | undefined) =>
  replicaSet?.status?.availableReplicas ?? 0;

export const revisionOf = (object: Pick<ReplicaSet, 'metadata'>) =>
  Number(object.metadata.annotations?.[REVISION] ?? 0);

export const sum = (
  replicaSets: readonly ReplicaSet[],
  count: (replicaSet: ReplicaSet) => number | undefined,
) => replicaSets.reduce((total, each) => total + (count(each) ?? 0), 0);

export const parseTime = (text: string | undefined) =>
  text === undefined ? undefined : Date.parse(text);

/** The ReplicaSet of the template that is asked for. */
export const findCurrent = (
  rollout: Rollout,
  replicaSets: readonly ReplicaSet[],
) => {
  const hash = hashTemplate(rollout.spec.template);
  return replicaSets.find(each => hashOf(each) === hash);
};

function findStep(status: RolloutStatus, steps: readonly CanaryStep[]) {
  if (steps.length === 0) return { stepIndex: undefined, step: undefined };
  const stepIndex = status.currentStepIndex ?? 0;
  return { stepIndex, step: steps.at(stepIndex) };
}

export function createPass(
  rollout: Rollout,
  { replicaSets, analysisRuns }: Owned,
  current: ReplicaSet,
  now: number,
): Pass {
  const status = rollout.status ?? {};
  const { canary } = rollout.spec.strategy;
  const steps = canary.steps ?? [];
  const stable = replicaSets.find(
    each => status.stableRS && hashOf(each) === status.stableRS,
  );
  const stepRunName = status.canary?.currentStepAnalysisRunStatus?.name;
  const backgroundName =
    status.canary?.currentBackgroundAnalysisRunStatus?.name;
  const named = (name: string | undefined) =>
    analysisRuns.find(run => run.metadata.name === name);
  return {
    rollout,
    status,
    now,
    replicas: rollout.spec.replicas ?? 1,
    maxWeight: canary.trafficRouting?.maxTrafficWeight ?? 100,
    steps,
    ...findStep(status, steps),
    current,
    stable,
    others: replicaSets.filter(each => each !== current && each !== stable),
    all: [...replicaSets],
    stepRun: named(stepRunName),
    backgroundRun: named(backgroundName),
    otherRuns: analysisRuns.filter(
      ({ metadata: { name } }) =>
        name !== stepRunName && name !== backgroundName,
    ),
    isTemplateOrStepsChanged:
      status.currentStepHash !== hashSteps(steps) ||
      (status.currentPodHash !== undefined &&
        status.currentPodHash !== hashOf(current)),
    isFullyPromoted:
      status.stableRS !== undefined &&
      status.stableRS === status.currentPodHash,
  };
}

/** The weight of the last step that sets one; 0 where none does. */
export const lastWeight = (steps: readonly CanaryStep[]) =>
  steps.flatMap(step => ('setWeight' in step ? [step.setWeight] : [])).at(-1) ??
  0;

/** The share of the candidate that the steps ask for now. */
export function currentSetWeight({
  status,
  step,
  steps,
  stepIndex = 0,
  maxWeight,
}: Pass): number {
  if (status.abort) return 0;
  if (!step) return maxWeight;
  return lastWeight(steps.slice(0, stepIndex + 1));
}

/** The share that replicas are counted for. */
export function desiredWeight(pass: Pass): number {
  const { status, maxWeight } = pass;
  return status.promoteFull ||
    !status.stableRS ||
    status.currentPodHash === status.stableRS
    ? maxWeight
    : currentSetWeight(pass);
}

/** Was a Rollout put back to a ReplicaSet that is older than the stable one, few releases ago? */
export function isRollbackWithinWindow(pass: Pass): boolean {
  const { current, stable, all, rollout } = pass;
  const revisions = rollout.spec.rollbackWindow?.revisions ?? 0;
  if (!stable || revisions === 0) return false;
  const made = (each: ReplicaSet) =>
    Date.parse(each.metadata.creationTimestamp);
  if (made(current) >= made(stable)) return false;
  const between = all.filter(
    each => made(current) < made(each) && made(each) < made(stable),
  );
  return between.length < revisions;
}
