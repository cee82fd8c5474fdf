import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';

/** One commit, of which an Application of several sources has a list. */
export const commitOf = (
  one: { revision?: string; revisions?: string[] | null } | null | undefined,
) => one?.revision || one?.revisions?.[0] || undefined;

/**
 * The commit whose manifests Argo CD has applied: what it compares with while it says
 * Synced, else that of the last operation that succeeded. While another one runs, or
 * where one failed, the history has that: Argo CD adds to it when one succeeds
 * (argo-cd controller/state.go, persistRevisionHistory).
 */
export function findSynced({ status }: ArgoCdApplication): string | undefined {
  if (status?.sync?.status === 'Synced') return commitOf(status.sync);
  const operation = status?.operationState;
  return operation?.phase === 'Succeeded'
    ? commitOf(operation.syncResult)
    : commitOf(status?.history?.at(-1));
}

/** The commits that were deployed, newest first. */
export function listDeployed(application: ArgoCdApplication): string[] {
  const { history } = application.status ?? {};
  const all = [
    findSynced(application),
    ...[...(history ?? [])].reverse().map(commitOf),
  ];
  return [...new Set(all.flatMap(oid => oid ?? []))];
}
