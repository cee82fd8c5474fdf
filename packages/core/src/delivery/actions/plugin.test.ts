import { createRollout } from '../__testUtils__/createObjects';
import { pluginPatches, PluginRollout } from '../__testUtils__/pluginPatches';
import { DeliveryActionId } from '../Delivery';
import { DELIVERY_ACTIONS } from './describeActions';
import { planAction } from './planAction';

const STEPS = [{ setWeight: 20 }, { analysis: {} }, { setWeight: 60 }];
const STRATEGIES = [
  { canary: { steps: STEPS } },
  { canary: { steps: [] } },
  { blueGreen: {} },
];

/** Of the step's analysis. */
const JUDGED = [undefined, 'Running', 'Inconclusive'];

type State = PluginRollout['status'] & {
  abort: boolean;
  phase: string;
  promoteFull: boolean;
};

const FLAGS = [false, true];

/** Every combination of what the plugin looks at, and of what we look at besides. */
const ROLLOUTS: (PluginRollout & { status: State })[] = STRATEGIES.flatMap(
  strategy =>
    FLAGS.flatMap(paused =>
      listStates(strategy.canary?.steps.length ? JUDGED : [undefined]).map(
        status => ({ spec: { paused, strategy }, status }),
      ),
    ),
);

function listStates(judged: (string | undefined)[]): State[] {
  return listPauses(judged).flatMap(status =>
    ['Progressing', 'Paused', 'Degraded'].flatMap(phase =>
      FLAGS.flatMap(abort =>
        FLAGS.map(promoteFull => ({ ...status, phase, abort, promoteFull })),
      ),
    ),
  );
}

function listPauses(judged: (string | undefined)[]): PluginRollout['status'][] {
  return listPlaces().flatMap(place =>
    judged.flatMap(status =>
      [[], [{ reason: 'CanaryPauseStep' }]].flatMap(pauseConditions =>
        FLAGS.map(controllerPause => ({
          ...place,
          controllerPause,
          pauseConditions,
          canary: status
            ? { currentStepAnalysisRunStatus: { status } }
            : undefined,
        })),
      ),
    ),
  );
}

function listPlaces() {
  return [undefined, 0, 1, 2, 3].flatMap(currentStepIndex =>
    ['', 'old', 'new'].map(stableRS => ({
      currentPodHash: 'new',
      stableRS,
      currentStepIndex,
    })),
  );
}

/** What each action may be refused for, though the plugin writes something. */
const REASONS: Record<DeliveryActionId, string[]> = {
  promote: [
    'A promotion was asked for, and the controller has not acted on it yet.',
    'All steps are done: it finishes by itself.',
    'It is at no pause and has no steps: it goes on by itself.',
    'No delivery is under way: the rollout is Degraded.',
    'The delivery is aborted: retry it, or change what is wanted in Git.',
    'The wanted revision is already the stable one.',
    'There is no stable revision yet: the first one is made without steps.',
  ],
  'promote-full': [
    'A full promotion was asked for, and is under way.',
    'No delivery is under way: the rollout is Degraded.',
    'The delivery is aborted: retry it, or change what is wanted in Git.',
    'The wanted revision is already the stable one.',
    'There is no stable revision yet: the first one is made without steps.',
  ],
  abort: [
    'No delivery is under way: the rollout is Degraded.',
    'The delivery is aborted: retry it, or change what is wanted in Git.',
    'The wanted revision is already the stable one.',
    'There is no stable revision yet: the first one is made without steps.',
  ],
  retry: ['Degraded', 'Paused', 'Progressing'].map(
    phase => `Only an aborted delivery can be retried; this one is ${phase}.`,
  ),
  pause: [
    'It is already paused by hand.',
    'No delivery is under way: the rollout is Degraded.',
    'The delivery is aborted: retry it, or change what is wanted in Git.',
    'The wanted revision is already the stable one.',
  ],
};

/**
 * Ending a pause by hand, the plugin moves the step as well, also where there is none to go
 * to: the controller has put it to the end, and does so again.
 */
function isIdle(patch: object, { spec, status }: PluginRollout): boolean {
  const { pauseConditions, currentStepIndex = 0, stableRS } = status;
  return (
    'subresource' in patch &&
    spec.paused &&
    pauseConditions.length === 0 &&
    JSON.stringify(patch).includes('currentStepIndex') &&
    (stableRS !== 'old' || currentStepIndex >= STEPS.length)
  );
}

/**
 * Of a pause that somebody holds by hand besides, the plugin ends the one of the step first.
 * A controller that looks in between pauses anew at that step; so we end it last.
 */
function inOurOrder<T extends { subresource?: string }>(
  patches: readonly T[],
  action: DeliveryActionId,
  { status }: PluginRollout,
): T[] {
  const isTwice = action === 'promote' && status.pauseConditions.length > 0;
  return isTwice ? [...patches].reverse() : [...patches];
}

describe.each(DELIVERY_ACTIONS)('%s, in every state', action => {
  it('writes what the plugin writes, or is refused for a known reason', () => {
    const refusals = new Set<string>();
    let written = 0;
    for (const { spec, status } of ROLLOUTS) {
      const plan = planAction(createRollout({ spec, status }), action);
      if ('refused' in plan) {
        refusals.add(plan.refused);
        continue;
      }
      written++;
      const patches = inOurOrder(
        pluginPatches({ spec, status }, action).filter(
          patch => !isIdle(patch, { spec, status }),
        ),
        action,
        { spec, status },
      );
      expect({ spec, status, patches: plan.patches }).toEqual({
        spec,
        status,
        patches,
      });
    }
    expect([...refusals].sort()).toEqual(REASONS[action]);
    expect(written).toBeGreaterThan(0);
  });
});
