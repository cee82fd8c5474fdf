import { ReleaseIdentityView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Delivery, DeliveryRevision } from '@gitops-ml/core';
import { SeenPods, SeenState } from './SeenState';

/** What a workload shows of releases at a moment; nothing where it isn't there. */
export function describeSeen(
  delivery: Delivery | undefined,
  options: {
    at: string;
    identify: (revision: DeliveryRevision) => ReleaseIdentityView;
  },
): SeenState {
  const { at, identify } = options;
  if (!delivery) {
    return {
      at,
      stable: undefined,
      candidate: undefined,
      aborted: undefined,
      earlier: [],
    };
  }
  const toPods = (revision: DeliveryRevision): SeenPods => ({
    pods: `${delivery.uid ?? ''}/${revision.number ?? ''}:${revision.hash}`,
    identity: identify(revision),
    configMaps: revision.configMaps,
    createdAt: revision.createdAt,
  });
  const inRole = (role: string) =>
    delivery.revisions.filter(revision => revision.role === role);
  const [stable] = inRole('stable');
  const [candidate] = inRole('candidate');
  return {
    at,
    stable: stable && {
      ...toPods(stable),
      since: delivery.stableSince,
      before: candidate?.createdAt,
    },
    candidate: candidate && toPods(candidate),
    aborted:
      candidate && isAborted(delivery)
        ? {
            ...toPods(candidate),
            abortedAt: delivery.abortedAt,
            message: delivery.message,
            reached: delivery.reached,
          }
        : undefined,
    earlier: inRole('earlier')
      .filter(({ hash }) => hash !== '')
      .map(revision => ({
        ...toPods(revision),
        message: findFailure(delivery, revision),
      })),
  };
}

/** Asked to abort is not aborted yet: the controller's own time and step come with its answer. */
function isAborted({ aborted, abortedAt, phase }: Delivery): boolean {
  return aborted && (abortedAt !== undefined || phase === 'Degraded');
}

function findFailure(
  { analyses }: Delivery,
  { hash }: DeliveryRevision,
): string | undefined {
  const failed = analyses.find(
    analysis => analysis.hash === hash && analysis.phase === 'Failed',
  );
  return failed && (failed.message || `The analysis ${failed.name} failed.`);
}

/** The revisions whose release the state speaks of. */
export function listSeen({ revisions }: Delivery): DeliveryRevision[] {
  return revisions.filter(
    ({ role, hash }) => role !== 'preview' && hash !== '',
  );
}
