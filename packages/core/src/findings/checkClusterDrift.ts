import { Finding } from './Finding';

/** What Argo CD says of an object that it manages. @public */
export interface DriftResource {
  kind: string;
  name: string;
  /** `Synced`, `OutOfSync`, `Unknown` */
  status?: string;
  /** It is no more in Git. */
  requiresPruning?: boolean;
}

/**
 * `cluster-drift`: objects differ from the commit that was applied last, and nobody pushed, so
 * somebody changed the cluster. That is: Argo CD says OutOfSync, the commit that it compares
 * with is the one of its last operation, which succeeded, and it has compared since that
 * ended. An operation that runs or failed, and a new commit, are no drift. A ConfigMap that
 * is only kept for pods that still read it (no more in Git) is none either. Severity warning.
 * @public
 */
export function checkClusterDrift(input: {
  environment: string;
  application: {
    name: string;
    url?: string;
    sync?: { status?: string; revision?: string };
    operation?: { phase?: string; revision?: string; finishedAt?: string };
    /** When Argo CD compared last. */
    reconciledAt?: string;
    resources: readonly DriftResource[];
  };
  /** Argo CD does not answer: this is what was seen last. */
  isStale?: boolean;
}): Finding[] {
  const { environment, application, isStale = false } = input;
  const { name, url, sync, operation, reconciledAt, resources } = application;
  const isApplied =
    sync?.status === 'OutOfSync' &&
    operation?.phase === 'Succeeded' &&
    operation.revision !== undefined &&
    operation.revision === sync.revision &&
    isComparedSince(reconciledAt, operation.finishedAt);
  if (!isApplied) return [];
  const drifted = resources.filter(isDrifted);
  if (drifted.length === 0) return [];
  return [
    {
      id: 'cluster-drift',
      severity: 'warning',
      environment,
      args: { application: name, objects: drifted.length, isStale },
      evidence: drifted.map(({ kind, name: object, requiresPruning }) => ({
        text: `${kind} ${object}${requiresPruning ? ', no more in Git' : ''}`,
        ...(url && { url }),
      })),
    },
  ];
}

function isDrifted({ kind, status, requiresPruning }: DriftResource): boolean {
  return status === 'OutOfSync' && !(kind === 'ConfigMap' && requiresPruning);
}

/** Right after a sync, Argo CD still says what it compared before it. */
function isComparedSince(
  comparedAt: string | undefined,
  finishedAt: string | undefined,
): boolean {
  if (!comparedAt || !finishedAt) return true;
  return Date.parse(comparedAt) >= Date.parse(finishedAt);
}
