import {
  ApplicationView,
  CommitView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  ArgoCdApplication,
  ArgoCdResource,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { listSources } from '../binding/bindApplications';

const MAX_RESOURCES = 200;

/** The revisions of an Application that are joined with Git. */
export function listRevisions({ status }: ArgoCdApplication): string[] {
  const all = [
    status?.sync?.revision ?? status?.sync?.revisions?.[0],
    ...(status?.history ?? []).map(revisionOf),
  ];
  return [...new Set(all.flatMap(one => (one ? [one] : [])))];
}

const revisionOf = (one: { revision?: string; revisions?: string[] | null }) =>
  one.revision || one.revisions?.[0];

/** What Argo CD says of an environment's Application, joined with Git. */
export function assembleApplication(options: {
  instance: string;
  instanceUrl: string | undefined;
  application: ArgoCdApplication;
  commits: ReadonlyMap<string, CommitView>;
}): ApplicationView {
  const { instance, instanceUrl, application, commits } = options;
  const { metadata, spec, status } = application;
  const [source] = listSources(application);
  const operation = status?.operationState;
  const current = status?.sync && revisionOf(status.sync);
  return {
    instance,
    name: metadata.name,
    project: spec.project,
    url:
      instanceUrl &&
      `${instanceUrl}/applications/${encodeURIComponent(
        metadata.namespace ?? 'argocd',
      )}/${encodeURIComponent(metadata.name)}`,
    targetRevision: source.targetRevision,
    sync: status?.sync?.status,
    revision: current ? commits.get(current) : undefined,
    health: status?.health?.status,
    healthMessage: status?.health?.message,
    operation: operation?.phase
      ? {
          phase: operation.phase,
          message: operation.message,
          startedAt: operation.startedAt,
          finishedAt: operation.finishedAt,
        }
      : undefined,
    conditions: (status?.conditions ?? []).map(condition => ({
      type: condition.type,
      message: condition.message ?? '',
      at: condition.lastTransitionTime,
    })),
    history: (status?.history ?? [])
      .map(one => ({ ...one, revision: revisionOf(one) }))
      .flatMap(({ id, revision, deployedAt, initiatedBy }) =>
        id === undefined || !revision
          ? []
          : [
              {
                id,
                revision,
                commit: commits.get(revision),
                deployedAt,
                initiatedBy: describeInitiator(initiatedBy),
              },
            ],
      )
      .reverse(),
    resources: (status?.resources ?? [])
      .filter(isRemarkable)
      .slice(0, MAX_RESOURCES)
      .map(resource => ({
        kind: resource.kind,
        name: resource.name,
        sync: resource.status,
        health: resource.health?.status,
        message: resource.health?.message,
      })),
  };
}

function describeInitiator(
  by: { username?: string; automated?: boolean } | null | undefined,
): string | undefined {
  if (by?.username) return by.username;
  return by?.automated ? 'automated' : undefined;
}

/** Without those that are as they should be, and ConfigMaps that are kept for pods that still read them. */
function isRemarkable({ kind, status, health }: ArgoCdResource): boolean {
  const isWell = health?.status === undefined || health.status === 'Healthy';
  if (kind === 'ConfigMap' && isWell) return false;
  return (status !== undefined && status !== 'Synced') || !isWell;
}
