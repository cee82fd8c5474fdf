import { Finding } from './Finding';

/** A delivery that has not moved for so long is stuck; controllers give pods ten minutes by default. */
const QUIET_MS = 60 * 60_000;

/**
 * `delivery-stuck`, which has three reasons. `failed` (error): the provider says Degraded, and
 * nobody aborted it: pods did not become ready in time, or the spec is invalid. `inconclusive`
 * (warning): it is paused because an analysis could not judge. `no-progress` (warning): it is
 * Progressing, no analysis of it is running, and nothing of it changed for an hour. A pause
 * that the plan or a person asked for is not stuck, however long it lasts.
 * @public
 */
export function checkDeliveryStuck(input: {
  environment: string;
  delivery: {
    kind: string;
    name: string;
    phase: string;
    message: string;
    aborted: boolean;
    paused?: { reason: string; since?: string };
    analyses: readonly { phase: string }[];
    /** Since when the phase is what it is. */
    since?: string;
  };
  /** When anything of it was last seen to change, ISO 8601. */
  changedAt: string | undefined;
  /** ISO 8601 */
  now: string;
}): Finding[] {
  const { environment, delivery } = input;
  const found = findReason(input);
  if (!found) return [];
  const { kind, name, message } = delivery;
  return [
    {
      id: 'delivery-stuck',
      severity: found.reason === 'failed' ? 'error' : 'warning',
      environment,
      args: { workload: `${kind} ${name}`, ...found },
      evidence: message ? [{ text: message }] : [],
    },
  ];
}

function findReason({
  delivery,
  changedAt,
  now,
}: Parameters<typeof checkDeliveryStuck>[0]):
  | {
      reason: 'failed' | 'inconclusive' | 'no-progress';
      since: string | undefined;
    }
  | undefined {
  const { phase, aborted, paused, analyses, since } = delivery;
  if (phase === 'Degraded') {
    return aborted ? undefined : { reason: 'failed', since };
  }
  if (paused && /^Inconclusive/.test(paused.reason)) {
    return { reason: 'inconclusive', since: paused.since ?? since };
  }
  const isQuiet =
    phase === 'Progressing' &&
    changedAt !== undefined &&
    Date.parse(now) - Date.parse(changedAt) > QUIET_MS &&
    !analyses.some(one => one.phase === 'Running');
  return isQuiet ? { reason: 'no-progress', since: changedAt } : undefined;
}
