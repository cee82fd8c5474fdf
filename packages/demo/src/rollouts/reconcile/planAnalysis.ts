import { Analysis, AnalysisRun } from '../contract';
import { isCompleted } from '../analysis/isCompleted';
import { Draft } from './Draft';
import { HASH_LABEL } from './hashes';
import { hashOf, isRollbackWithinWindow, Pass, REVISION } from './Pass';

const INCONCLUSIVE = 'InconclusiveAnalysisRun';
const KEPT_RUNS = 5;

const hasPause = (pass: Pass, reason: string) =>
  (pass.status.pauseConditions ?? []).some(each => each.reason === reason);

const isRollbackToStable = (pass: Pass) =>
  pass.stable !== undefined && pass.stable === pass.current;

function terminate(draft: Draft, run: AnalysisRun | undefined): void {
  if (!run || run.spec.terminate || isCompleted(run.status?.phase)) return;
  draft.analysisRuns.push({ kind: 'terminate', name: run.metadata.name });
}

/**
 * A new run is made where there is none, after an inconclusive one was let
 * pass, and at a retry.
 * Source: rollout/analysis.go `needsNewAnalysisRun`.
 */
function needsNewRun(pass: Pass, run: AnalysisRun | undefined): boolean {
  if (!run) return true;
  const { status } = pass;
  if (status.controllerPause && !hasPause(pass, 'CanaryPauseStep')) {
    return run.status?.phase === 'Inconclusive';
  }
  return status.abortedAt !== undefined;
}

function resolveArguments(pass: Pass, analysis: Analysis) {
  return (analysis.args ?? []).map(({ name, value, valueFrom }) => {
    const hash = valueFrom?.podTemplateHashValue;
    const path = valueFrom?.fieldRef?.fieldPath;
    if (hash === 'Latest') return { name, value: hashOf(pass.current) ?? '' };
    if (hash === 'Stable') return { name, value: hashOf(pass.stable) ?? '' };
    if (path) return { name, value: readField(pass.rollout, path) };
    return { name, value: value ?? '' };
  });
}

/** `metadata.name`, `metadata.labels['app']`, `spec.replicas`: the text of a field. */
function readField(object: unknown, path: string): string {
  const keys = [...path.matchAll(/\['([^']*)'\]|[^.[\]]+/g)].map(
    ([whole, quoted]) => quoted ?? whole,
  );
  const found = keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Reflect.get(value, key)
        : undefined,
    object,
  );
  return found === undefined ? '' : String(found);
}

/** The name, or with a number behind it where a finished run has it. */
function findName(pass: Pass, base: string): string {
  const taken = new Set(
    [pass.stepRun, pass.backgroundRun, ...pass.otherRuns].map(
      run => run?.metadata.name,
    ),
  );
  let name = base;
  for (let count = 1; taken.has(name); count++) name = `${base}.${count}`;
  return name;
}

function create(
  pass: Pass,
  draft: Draft,
  analysis: Analysis,
  kind: { type: 'Step'; index: number } | { type: 'Background' },
): Pick<AnalysisRun, 'metadata' | 'status'> {
  const { rollout } = pass;
  const hash = hashOf(pass.current) ?? '';
  const revision = rollout.metadata.annotations?.[REVISION] ?? '';
  const parts = [rollout.metadata.name, hash, revision];
  if (kind.type === 'Step') parts.push(String(kind.index));
  const name = findName(pass, parts.join('-'));
  draft.analysisRuns.push({
    kind: 'create',
    name,
    labels: {
      ...rollout.spec.selector.matchLabels,
      'rollout-type': kind.type,
      [HASH_LABEL]: hash,
      ...(kind.type === 'Step' && { 'step-index': String(kind.index) }),
    },
    revision,
    analysis,
    args: resolveArguments(pass, analysis),
  });
  return {
    metadata: { ...pass.rollout.metadata, name },
    status: { phase: '' },
  };
}

function act(draft: Draft, run: AnalysisRun, what: string): void {
  const { phase = '', message } = run.status ?? { phase: '' };
  if (phase === 'Inconclusive') draft.addPause(INCONCLUSIVE);
  if (phase !== 'Error' && phase !== 'Failed') return;
  const failed = `${what} analysis phase error/failed`;
  draft.addAbort(message ? `${failed}: ${message}` : failed);
}

function planStepRun(pass: Pass, draft: Draft): void {
  const { step, stepIndex = 0, stepRun, status } = pass;
  if ((status.pauseConditions ?? []).length > 0 || status.abort) {
    draft.stepRun = stepRun;
    return;
  }
  const isOfOtherStep =
    stepRun !== undefined &&
    stepRun.metadata.labels?.['step-index'] !== String(stepIndex);
  if (!step || !('analysis' in step) || isOfOtherStep) {
    terminate(draft, stepRun);
    return;
  }
  if (needsNewRun(pass, stepRun) || !stepRun) {
    draft.stepRun = create(pass, draft, step.analysis, {
      type: 'Step',
      index: stepIndex,
    });
    return;
  }
  draft.stepRun = stepRun;
  act(draft, stepRun, 'Step-based');
}

function planBackgroundRun(pass: Pass, draft: Draft): void {
  const { analysis } = pass.rollout.spec.strategy.canary;
  const { backgroundRun, stepIndex } = pass;
  if (!analysis) {
    terminate(draft, backgroundRun);
    return;
  }
  const startingStep = analysis.startingStep ?? 0;
  if (stepIndex !== undefined && stepIndex < startingStep) return;
  if (hasPause(pass, INCONCLUSIVE)) {
    draft.backgroundRun = backgroundRun;
    return;
  }
  if (needsNewRun(pass, backgroundRun) || !backgroundRun) {
    draft.backgroundRun = create(pass, draft, analysis, { type: 'Background' });
    return;
  }
  draft.backgroundRun = backgroundRun;
  act(draft, backgroundRun, 'Background');
}

/** Runs whose ReplicaSet is gone, and of the others all but the last few. */
function cleanUp(pass: Pass, draft: Draft): void {
  const kept = { good: 0, bad: 0 };
  const newestFirst = [...pass.otherRuns].sort(
    (one, other) =>
      Date.parse(other.metadata.creationTimestamp) -
      Date.parse(one.metadata.creationTimestamp),
  );
  const hashes = new Set(pass.all.map(hashOf));
  for (const run of newestFirst) {
    terminate(draft, run);
    const phase = run.status?.phase;
    const group = phase === 'Successful' ? 'good' : 'bad';
    if (isCompleted(phase)) kept[group] += 1;
    if (
      !hashes.has(run.metadata.labels?.[HASH_LABEL]) ||
      kept[group] > KEPT_RUNS
    ) {
      draft.analysisRuns.push({ kind: 'delete', name: run.metadata.name });
    }
  }
}

/** Source: rollout/analysis.go `reconcileAnalysisRuns`. */
export function planAnalysis(pass: Pass, draft: Draft): void {
  const isSkipped =
    pass.isFullyPromoted ||
    draft.isAborted ||
    pass.status.promoteFull ||
    isRollbackToStable(pass) ||
    isRollbackWithinWindow(pass) ||
    !pass.status.stableRS;
  if (isSkipped) {
    terminate(draft, pass.stepRun);
    terminate(draft, pass.backgroundRun);
  } else {
    planStepRun(pass, draft);
    planBackgroundRun(pass, draft);
  }
  cleanUp(pass, draft);
  announceRun(
    draft,
    'Step',
    pass.stepRun,
    pass.status.canary?.currentStepAnalysisRunStatus?.status,
  );
  announceRun(
    draft,
    'Background',
    pass.backgroundRun,
    pass.status.canary?.currentBackgroundAnalysisRunStatus?.status,
  );
}

function announceRun(
  draft: Draft,
  type: string,
  run: AnalysisRun | undefined,
  before: string | undefined,
): void {
  const phase = run?.status?.phase;
  if (!run || !phase || phase === before) return;
  draft.announce(
    `AnalysisRun${phase}`,
    `${type} Analysis Run '${
      run.metadata.name
    }' Status New: '${phase}' Previous: '${before ?? ''}'`,
    phase === 'Failed' || phase === 'Error' ? 'Warning' : 'Normal',
  );
}
