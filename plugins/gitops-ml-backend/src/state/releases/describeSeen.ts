import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { SeenPods, SeenState } from './ReleaseLog';

/** What a delivery shows of releases; pods whose release is not known are none. */
export function describeSeen(delivery: DeliveryView | undefined): SeenState {
  const stable = findPods(delivery, 'stable');
  const candidate = findPods(delivery, 'candidate');
  if (!delivery?.aborted || !candidate) return { stable, aborted: undefined };
  const { message, reached } = delivery;
  return { stable, aborted: { ...candidate, message, reached } };
}

function findPods(
  delivery: DeliveryView | undefined,
  role: string,
): SeenPods | undefined {
  const revision = delivery?.revisions.find(one => one.role === role);
  if (revision?.release.status !== 'known') return undefined;
  const { commit: _, ...identity } = revision.release;
  return { pods: `${revision.number ?? ''}:${revision.hash}`, identity };
}
