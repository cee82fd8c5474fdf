import { Finding } from './Finding';

/**
 * `delivery-aborted`: the controller has ended the delivery of what Git wants, and it still is
 * what Git wants. Severity error: desired and synced are a release that was rejected. Asked to
 * abort is not aborted yet, and a retry ends it. The step is the one that was reached, and
 * says whether it was inferred.
 * @public
 */
export function checkDeliveryAborted(input: {
  environment: string;
  delivery: {
    aborted: boolean;
    phase: string;
    message: string;
    reached?: { index: number; count: number; inferred: boolean };
    failedMetric?: { name: string; message: string };
  };
  /** Names of the releases of candidate and stable; absent where they are unknown. */
  rejected: string | undefined;
  runs: string | undefined;
  /** The cluster does not answer: this is what was seen last. */
  isStale?: boolean;
}): Finding[] {
  const { environment, delivery, rejected, runs, isStale = false } = input;
  const { aborted, phase, message, reached, failedMetric } = delivery;
  if (!aborted || phase !== 'Degraded') return [];
  return [
    {
      id: 'delivery-aborted',
      severity: 'error',
      environment,
      args: { rejected, runs, reached, metric: failedMetric?.name, isStale },
      evidence: [message, failedMetric?.message].flatMap(text =>
        text ? [{ text }] : [],
      ),
    },
  ];
}
