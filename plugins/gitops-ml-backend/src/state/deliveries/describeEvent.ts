import { Delivery } from '@gitops-ml/core';
import { LiveObject } from '../../live/kubernetes/contract';
import { DeliveryEvent } from './DeliveryEvents';

/** What is kept of a workload as it is now; `undefined` for one that is no object of a cluster. */
export function describeEvent(
  delivery: Delivery,
  { metadata }: LiveObject,
  { at, listed }: { at: string; listed: boolean },
): DeliveryEvent | undefined {
  if (metadata.uid === undefined) return undefined;
  const { phase, message, aborted, step, weight } = delivery;
  return {
    uid: metadata.uid,
    at,
    hash: wantedHash(delivery),
    phase,
    message,
    aborted,
    listed,
    step,
    weight,
  };
}

/** Of the pod template that the workload is going to, or has come to. */
function wantedHash({ revisions }: Delivery): string {
  const wanted =
    revisions.find(({ role }) => role === 'candidate') ??
    revisions.find(({ role }) => role === 'stable');
  return wanted?.hash ?? '';
}

/** Do two events say the same, apart from when and how it was seen? */
export function isSameEvent(a: DeliveryEvent, b: DeliveryEvent): boolean {
  const [first, second] = [a, b].map(({ at: _, listed: _listed, ...event }) =>
    JSON.stringify(event),
  );
  return first === second;
}
