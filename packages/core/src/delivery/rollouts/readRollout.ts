import { isRecord } from '../../reading/isRecord';
import { Fields } from '../Fields';
import { parseDuration } from '../parseDuration';
import { Metadata } from '../readMetadata';
import { redactJson } from '../redact';
import { readAppliedPause } from './readAppliedPause';
import { Rollout, RolloutStatus, RolloutStep } from './Rollout';

/**
 * A Rollout's fields.
 * Source: argo-rollouts pkg/apis/rollouts/v1alpha1/types.go (1.10).
 */
export function readRollout(object: Fields, metadata: Metadata): Rollout {
  const spec = object.map('spec');
  const strategy = spec.map('strategy');
  const canary = strategy.map('canary');
  const blueGreen = strategy.map('blueGreen');
  const routing = canary.map('trafficRouting');
  const steps = canary.maps('steps');
  const status = object.map('status');
  const maxWeight = routing.count('maxTrafficWeight');
  const plan = steps.map(readStep);
  const found = readStatus(status);
  return {
    metadata,
    strategy: readStrategy(strategy),
    steps: plan,
    isPlanDamaged:
      spec.isBroken('strategy') ||
      strategy.isBroken('canary') ||
      isIncomplete(canary, 'steps', steps.length),
    isShareDamaged:
      object.isBroken('status') ||
      status.isBroken('availableReplicas') ||
      canary.isBroken('trafficRouting') ||
      routing.isBroken('maxTrafficWeight'),
    hasTrafficRouting: canary.has('trafficRouting'),
    maxWeight: maxWeight ?? 100,
    autoPromotionSeconds: blueGreen.count('autoPromotionSeconds') || undefined,
    hasPostPromotionAnalysis: blueGreen.has('postPromotionAnalysis'),
    workloadRef: spec.map('workloadRef').text('name'),
    isManuallyPaused: spec.flag('paused'),
    appliedPause: readAppliedPause(object),
    restartAt: spec.time('restartAt'),
    desired: spec.count('replicas'),
    status: found,
  };
}

/** Of a list that was not read whole, the positions mean nothing. */
function isIncomplete(fields: Fields, key: string, read: number): boolean {
  const value = fields.raw(key);
  return (
    value !== undefined && !(Array.isArray(value) && value.length === read)
  );
}

function readStrategy(strategy: Fields): Rollout['strategy'] {
  if (strategy.has('canary')) return 'canary';
  return strategy.has('blueGreen') ? 'blue-green' : undefined;
}

function readStep(step: Fields): RolloutStep {
  const kind = step.keys.find(key => step.has(key)) ?? step.keys[0] ?? '';
  const value = step.raw(kind);
  return {
    kind,
    value: value === undefined ? undefined : redactJson(value),
    weight: kind === 'setWeight' ? step.count(kind) : undefined,
    seconds:
      kind === 'pause' && isRecord(value)
        ? parseDuration(value.duration ?? undefined)
        : undefined,
  };
}

function readStatus(status: Fields): RolloutStatus {
  return {
    phase: status.text('phase') || undefined,
    message: status.text('message') ?? '',
    conditions: status.maps('conditions').map(condition => ({
      type: condition.text('type') ?? '',
      status: condition.text('status') ?? '',
      reason: condition.text('reason') ?? '',
      message: condition.text('message') ?? '',
      at: condition.time('lastTransitionTime'),
    })),
    observedGeneration: status.text('observedGeneration'),
    workloadObservedGeneration: status.text('workloadObservedGeneration'),
    restartedAt: status.time('restartedAt'),
    abort: status.flag('abort'),
    abortedAt: status.time('abortedAt'),
    promoteFull: status.flag('promoteFull'),
    controllerPause: status.flag('controllerPause'),
    pauses: status.maps('pauseConditions').map(pause => ({
      reason: pause.text('reason') ?? '',
      since: pause.time('startTime'),
    })),
    stepIndex: readCount(status, 'currentStepIndex'),
    ...readCanaryStatus(status.map('canary')),
    ...readBlueGreenStatus(status.map('blueGreen')),
    currentHash: status.text('currentPodHash') ?? '',
    stableHash: status.text('stableRS') ?? '',
    replicas: status.count('replicas') ?? 0,
    updated: status.count('updatedReplicas') ?? 0,
    ready: status.count('readyReplicas') ?? 0,
    available: status.count('availableReplicas') ?? 0,
  };
}

function readCanaryStatus(canary: Fields) {
  const weights = canary.map('weights');
  const weight = canary.has('weights')
    ? // Go leaves out nothing here: a weight of 0 is written.
      readCount(weights.map('canary'), 'weight') ?? 0
    : undefined;
  return {
    canaryWeight: canary.isBroken('weights') ? ('unknown' as const) : weight,
    stepAnalysis: canary.map('currentStepAnalysisRunStatus').text('status'),
  };
}

function readBlueGreenStatus(blueGreen: Fields) {
  return {
    activeHash: blueGreen.text('activeSelector') ?? '',
    previewHash: blueGreen.text('previewSelector') ?? '',
    postPromotionAnalysis: blueGreen
      .map('postPromotionAnalysisRunStatus')
      .text('status'),
  };
}

function readCount(
  fields: Fields,
  key: string,
): number | 'unknown' | undefined {
  const count = fields.count(key);
  return fields.isBroken(key) ? 'unknown' : count;
}
