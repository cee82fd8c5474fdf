import { Rollout } from '../rollouts/Rollout';
import {
  isFullyPromoted,
  isGenerationObserved,
  isUnpausing,
} from '../rollouts/resolvePhase';
import { currentIndex } from '../rollouts/resolveWeight';
import { ActionPlan, MergePatch, PlannedChange } from './ActionPlan';

interface StatusChange {
  patch: MergePatch;
  changes: PlannedChange[];
}

/** `2 of 6`; what can't be known is `?`. */
export function describeIndex(rollout: Rollout): string {
  const { steps } = rollout;
  if (steps.length === 0) return 'no steps';
  return `${currentIndex(rollout) ?? '?'} of ${steps.length}`;
}

/** To the next step: either a pause ends, or the step that runs is left. Never both. */
export function planPromotion(rollout: Rollout): ActionPlan {
  const refused = refusePromotion(rollout);
  if (refused) return refused;
  const status = planStatus(rollout);
  if ('refused' in status && !rollout.isManuallyPaused) return status;
  const byStatus = 'refused' in status ? undefined : status;
  const patches = byStatus ? [byStatus.patch] : [];
  const changes = byStatus ? [...byStatus.changes] : [];
  if (rollout.isManuallyPaused) {
    const unpause: MergePatch = { body: { spec: { paused: false } } };
    // Not in the plugin's order: a controller that sees a pause's condition gone while
    // somebody holds it forgets that it made it, and pauses anew at the same step
    // (rollout/pause.go, CalculatePauseStatus and CompletedCanaryPauseStep).
    if (rollout.status.pauses.length > 0) patches.unshift(unpause);
    else patches.push(unpause);
    changes.push({ what: 'paused by hand', from: 'yes', to: 'no' });
  }
  return { patches, changes, summary: 'Goes on to the next step.' };
}

function refusePromotion(rollout: Rollout): { refused: string } | undefined {
  if (!isGenerationObserved(rollout)) {
    return { refused: 'The controller has not seen the newest spec yet.' };
  }
  // The plugin would then skip the next step as well.
  if (isUnpausing(rollout)) {
    return {
      refused:
        'A promotion was asked for, and the controller has not acted on it yet.',
    };
  }
  return undefined;
}

function planStatus(rollout: Rollout): StatusChange | { refused: string } {
  const { status } = rollout;
  if (status.pauses.length === 0) return planNextStep(rollout);
  const isInconclusive =
    rollout.steps.length > 0 && status.stepAnalysis === 'Inconclusive';
  return isInconclusive && status.controllerPause
    ? planStep(rollout, { controllerPause: false })
    : {
        patch: {
          subresource: 'status',
          body: { status: { pauseConditions: null } },
        },
        changes: [
          {
            what: 'pause',
            from: status.pauses[0].reason || 'paused',
            to: 'ended',
          },
          ...describeStepOfPause(rollout),
        ],
      };
}

/** Where the controller goes once a pause that is a step has ended. */
function describeStepOfPause(rollout: Rollout): PlannedChange[] {
  const index = currentIndex(rollout);
  const isStep = rollout.status.pauses.some(
    ({ reason }) => reason === 'CanaryPauseStep',
  );
  if (!isStep || index === undefined) return [];
  const { length } = rollout.steps;
  return [
    {
      what: 'step',
      from: describeIndex(rollout),
      to: `${Math.min(index + 1, length)} of ${length}`,
    },
  ];
}

function planNextStep(rollout: Rollout): StatusChange | { refused: string } {
  if (isFullyPromoted(rollout)) {
    return { refused: 'The wanted revision is already the stable one.' };
  }
  if (rollout.status.stableHash === '') {
    return {
      refused:
        'There is no stable revision yet: the first one is made without steps.',
    };
  }
  if (rollout.strategy !== 'canary' || rollout.steps.length === 0) {
    return {
      refused: 'It is at no pause and has no steps: it goes on by itself.',
    };
  }
  return (currentIndex(rollout) ?? 0) >= rollout.steps.length
    ? { refused: 'All steps are done: it finishes by itself.' }
    : planStep(rollout, {});
}

function planStep(
  rollout: Rollout,
  more: { controllerPause?: false },
): StatusChange | { refused: string } {
  const index = currentIndex(rollout);
  const { length } = rollout.steps;
  if (index === undefined) {
    return { refused: "The step at which it is can't be read." };
  }
  const next = Math.min(index + 1, length);
  return {
    patch: {
      subresource: 'status',
      body: {
        status: {
          pauseConditions: null,
          ...more,
          currentStepIndex: next,
        },
      },
    },
    changes: [
      {
        what: 'step',
        from: describeIndex(rollout),
        to: `${next} of ${length}`,
      },
    ],
  };
}
