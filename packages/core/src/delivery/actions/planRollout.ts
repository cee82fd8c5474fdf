import { DeliveryActionId } from '../Delivery';
import { isRecord } from '../../reading/isRecord';
import {
  isFullyPromoted,
  isGenerationObserved,
  isUnpausing,
  resolvePhase,
} from '../rollouts/resolvePhase';
import { Rollout } from '../rollouts/Rollout';
import { ActionPlan, MergePatch } from './ActionPlan';
import { describeIndex, planPromotion } from './planPromotion';

/**
 * The merge patches of the controller's own plugin, under the rules of its dashboard; and
 * refused where the plugin would report success and nothing would happen, or more than meant.
 * Source: pkg/kubectl-argo-rollouts/cmd/{promote,abort,retry,pause} (promote_test.go asserts
 * the bodies); ui/src/app/components/rollout-actions.
 */
export function planRollout(
  rollout: Rollout,
  action: DeliveryActionId,
): ActionPlan {
  const plan = planAlone(rollout, action);
  return refuseUndone(plan, rollout) ?? plan;
}

/** A change that the manifests contradict would be put back at the next sync. */
function refuseUndone(
  plan: ActionPlan,
  { appliedPause }: Rollout,
): { refused: string } | undefined {
  if ('refused' in plan || appliedPause === undefined) return undefined;
  const isUndone = plan.patches.some(
    ({ body: { spec } }) =>
      isRecord(spec) && 'paused' in spec && spec.paused !== appliedPause,
  );
  return isUndone
    ? {
        refused: `The manifests in Git say spec.paused: ${appliedPause}, and the next sync would put that back: change it there.`,
      }
    : undefined;
}

function planAlone(rollout: Rollout, action: DeliveryActionId): ActionPlan {
  switch (action) {
    case 'promote':
      return refuseMove(rollout) ?? planPromotion(rollout);
    case 'promote-full':
      return refuseMove(rollout) ?? planFullPromotion(rollout);
    case 'abort':
      return refuseMove(rollout) ?? planAbort(rollout);
    case 'retry':
      return planRetry(rollout);
    case 'pause':
      return refuseMove(rollout) ?? planPause(rollout);
    default:
      return action satisfies never;
  }
}

/** Promote, abort and pause need a delivery that is under way. */
function refuseMove(rollout: Rollout): { refused: string } | undefined {
  const { phase } = resolvePhase(rollout);
  if (rollout.status.abort) {
    return {
      refused:
        'The delivery is aborted: retry it, or change what is wanted in Git.',
    };
  }
  return phase === 'Progressing' || phase === 'Paused'
    ? undefined
    : { refused: `No delivery is under way: the rollout is ${phase}.` };
}

/** A first revision has nothing to go back to, and a stable one nothing to go on to. */
function refuseSettled(rollout: Rollout): { refused: string } | undefined {
  if (rollout.status.stableHash === '') {
    return {
      refused:
        'There is no stable revision yet: the first one is made without steps.',
    };
  }
  return isFullyPromoted(rollout)
    ? { refused: 'The wanted revision is already the stable one.' }
    : undefined;
}

function planFullPromotion(rollout: Rollout): ActionPlan {
  const { status, steps } = rollout;
  const settled = refuseSettled(rollout);
  if (settled) return settled;
  if (!isGenerationObserved(rollout)) {
    return { refused: 'The controller has not seen the newest spec yet.' };
  }
  if (status.promoteFull) {
    return { refused: 'A full promotion was asked for, and is under way.' };
  }
  const patches: MergePatch[] = [
    { subresource: 'status', body: { status: { promoteFull: true } } },
  ];
  if (rollout.isManuallyPaused) {
    patches.push({ body: { spec: { paused: false } } });
  }
  return {
    patches,
    changes: [
      {
        what: 'step',
        from: describeIndex(rollout),
        to:
          steps.length === 0
            ? 'promoted'
            : `${steps.length} of ${steps.length}`,
      },
      { what: 'stable', from: status.stableHash, to: status.currentHash },
    ],
    summary:
      'Skips what is left of steps, pauses and analyses, and makes the candidate stable.',
  };
}

function planAbort(rollout: Rollout): ActionPlan {
  const settled = refuseSettled(rollout);
  if (settled) return settled;
  const { status, strategy } = rollout;
  return {
    patches: [{ subresource: 'status', body: { status: { abort: true } } }],
    changes: [
      { what: 'aborted', from: 'no', to: 'yes' },
      ...(strategy === 'canary'
        ? [
            { what: 'step', from: describeIndex(rollout), to: 'given up' },
            {
              what: 'serving',
              from: `${status.stableHash} and ${status.currentHash}`,
              to: status.stableHash,
            },
          ]
        : [{ what: 'candidate', from: status.currentHash, to: 'given up' }]),
    ],
    summary:
      'Gives the candidate up: all traffic goes back to the stable revision. Git still wants the candidate.',
  };
}

function planRetry(rollout: Rollout): ActionPlan {
  const { phase } = resolvePhase(rollout);
  const { status, strategy, steps } = rollout;
  if (phase !== 'Degraded' || !status.abort) {
    return {
      refused: `Only an aborted delivery can be retried; this one is ${phase}.`,
    };
  }
  return {
    patches: [{ subresource: 'status', body: { status: { abort: false } } }],
    changes: [
      { what: 'aborted', from: 'yes', to: 'no' },
      ...(strategy === 'canary' && steps.length > 0
        ? [{ what: 'step', from: 'given up', to: `0 of ${steps.length}` }]
        : []),
    ],
    summary: 'Tries the same candidate again, from its first step.',
  };
}

function planPause(rollout: Rollout): ActionPlan {
  if (rollout.isManuallyPaused) {
    return { refused: 'It is already paused by hand.' };
  }
  if (isFullyPromoted(rollout)) {
    return { refused: 'The wanted revision is already the stable one.' };
  }
  return {
    patches: [{ body: { spec: { paused: true } } }],
    changes: [{ what: 'paused by hand', from: 'no', to: 'yes' }],
    summary: isUnpausing(rollout)
      ? 'Holds the delivery before its next step.'
      : 'Holds the delivery where it is until somebody promotes it.',
  };
}
