import { DeliveryActionId } from '../Delivery';

/** A Rollout, as far as the plugin looks at it. */
export interface PluginRollout {
  spec: {
    paused: boolean;
    strategy: { canary?: { steps: object[] }; blueGreen?: object };
  };
  status: {
    currentPodHash: string;
    stableRS: string;
    currentStepIndex: number | undefined;
    pauseConditions: object[];
    controllerPause: boolean;
    canary?: { currentStepAnalysisRunStatus?: { status: string } };
  };
}

const UNPAUSE = { body: { spec: { paused: false } } };
const status = (body: object) => ({
  subresource: 'status',
  body: { status: body },
});

/**
 * What `kubectl argo rollouts` writes, branch by branch.
 * Source: getPatches of pkg/kubectl-argo-rollouts/cmd/promote/promote.go, and
 * cmd/{abort,retry,pause}, at 9f8d111d8 (1.10); GetCurrentCanaryStep of
 * utils/replicaset/canary.go.
 */
export function pluginPatches(
  rollout: PluginRollout,
  action: DeliveryActionId,
): object[] {
  switch (action) {
    case 'abort':
      return [status({ abort: true })];
    case 'retry':
      return [status({ abort: false })];
    case 'pause':
      return [{ body: { spec: { paused: true } } }];
    case 'promote-full':
      return [
        ...(rollout.status.currentPodHash === rollout.status.stableRS
          ? []
          : [status({ promoteFull: true })]),
        ...(rollout.spec.paused ? [UNPAUSE] : []),
      ];
    case 'promote':
      return [
        ...promoteStatus(rollout),
        ...(rollout.spec.paused ? [UNPAUSE] : []),
      ];
    default:
      return action satisfies never;
  }
}

function promoteStatus({ spec, status: now }: PluginRollout): object[] {
  const { canary } = spec.strategy;
  const isPaused = now.pauseConditions.length > 0;
  const isInconclusive =
    canary &&
    now.canary?.currentStepAnalysisRunStatus?.status === 'Inconclusive';
  const next = canary?.steps.length
    ? Math.min((now.currentStepIndex ?? 0) + 1, canary.steps.length)
    : undefined;
  if (isInconclusive && isPaused && now.controllerPause) {
    return next === undefined
      ? []
      : [
          status({
            pauseConditions: null,
            controllerPause: false,
            currentStepIndex: next,
          }),
        ];
  }
  if (isPaused) return [status({ pauseConditions: null })];
  return canary && next !== undefined
    ? [status({ pauseConditions: null, currentStepIndex: next })]
    : [];
}
