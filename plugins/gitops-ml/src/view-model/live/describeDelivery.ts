import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DescribedStatus } from '../status';
import { describePause } from './describePause';
import { describePhase } from './describePhase';
import { formatElapsed } from './formatElapsed';
import { formatWeight } from './formatWeight';

/** What a sentence needs; the row of an environment has it, too. */
interface DeliveryFacts {
  phase: string;
  message: string;
  step?: DeliveryView['step'];
  reached?: DeliveryView['reached'];
  weight?: DeliveryView['weight'];
  maxWeight?: number;
  paused?: DeliveryView['paused'];
  since?: string;
  /** Of the current step. */
  stepKind?: string;
  steps?: readonly { kind: string; state: string }[];
}

const isAtWeight = ({ weight }: DeliveryFacts) =>
  weight !== undefined && weight.actual === weight.desired;

/** What goes on: the controller says the same of every step, also of one that only measures. */
function describeProgress(facts: DeliveryFacts): string {
  const { phase, message, steps, stepKind } = facts;
  const kind =
    stepKind ?? steps?.find(({ state }) => state === 'current')?.kind;
  if (phase === 'Progressing' && kind === 'analysis' && isAtWeight(facts)) {
    return 'analysis running';
  }
  return message || phase.toLowerCase();
}

/** `step 2 of 6`, counted as the provider prints it: so many are done. */
export function describeStepPosition(
  step: { index: number; count: number } | undefined,
): string | undefined {
  return step && `step ${step.index} of ${step.count}`;
}

/** Whether a delivery's candidate was sent back. */
export function isAborted({
  phase,
  message,
  reached,
}: Pick<DeliveryFacts, 'phase' | 'message' | 'reached'>): boolean {
  if (reached !== undefined) return true;
  return phase === 'Degraded' && /abort/i.test(message);
}

function describeSubject(facts: DeliveryFacts): string {
  const { weight, maxWeight = 100 } = facts;
  if (!weight) return '';
  const actual = formatWeight(weight.actual, maxWeight);
  if (weight.actual === weight.desired) return `Canary at ${actual}`;
  return `Canary at ${actual}, wanted ${formatWeight(
    weight.desired,
    maxWeight,
  )}`;
}

function describeAbort(facts: DeliveryFacts): string[] {
  const { reached } = facts;
  const at = describeStepPosition(reached);
  return [
    at
      ? `Aborted at ${at}${reached?.inferred ? ' (inferred)' : ''}`
      : 'Aborted',
    'the stable version serves',
  ];
}

function describeParts(facts: DeliveryFacts): (string | undefined)[] {
  switch (facts.phase) {
    case 'Healthy':
      return ['The stable version serves'];
    case 'Paused':
      return [
        describeSubject(facts),
        describePause(facts),
        describeStepPosition(facts.step),
      ];
    default:
      return [
        describeSubject(facts),
        describeProgress(facts),
        describeStepPosition(facts.step),
      ];
  }
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The one sentence: `Canary at 20 %, paused for approval, step 2 of 6, 14 min`. */
export function describeDelivery(
  facts: DeliveryFacts & { aborted?: boolean },
  now: number,
): string {
  const parts =
    facts.aborted || isAborted(facts)
      ? describeAbort(facts)
      : describeParts(facts);
  return capitalise(
    [...parts, formatElapsed(facts.since, now)].filter(Boolean).join(', '),
  );
}

/** Its state in our vocabulary; aborted is a word of its own. */
export function describeDeliveryStatus(
  facts: DeliveryFacts & { aborted?: boolean },
): DescribedStatus {
  if (facts.aborted || isAborted(facts)) {
    return { status: 'failed', word: 'Aborted', reason: facts.message };
  }
  return describePhase(facts.phase, facts.message);
}
