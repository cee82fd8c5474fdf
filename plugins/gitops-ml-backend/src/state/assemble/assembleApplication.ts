import {
  ApplicationView,
  CommitView,
  DeliveryView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  ArgoCdApplication,
  ArgoCdResource,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { listSources } from '../binding/bindApplications';

type Workload = Pick<
  DeliveryView,
  'kind' | 'namespace' | 'name' | 'phase' | 'message'
>;

const MAX_RESOURCES = 200;

const revisionOf = (one: { revision?: string; revisions?: string[] | null }) =>
  one.revision || one.revisions?.[0];

/** The revisions of an Application that are joined with Git. */
export function listRevisions({ status }: ArgoCdApplication): string[] {
  const all = [
    status?.sync?.revision ?? status?.sync?.revisions?.[0],
    ...(status?.history ?? []).map(revisionOf),
  ];
  return [...new Set(all.flatMap(one => (one ? [one] : [])))];
}

/** What Argo CD says of an environment's Application, joined with Git. */
export function assembleApplication(options: {
  instance: string;
  instanceUrl: string | undefined;
  application: ArgoCdApplication;
  commits: ReadonlyMap<string, CommitView>;
  /** What is known of its workloads themselves. */
  deliveries?: readonly Workload[];
}): ApplicationView {
  const { instance, instanceUrl, application, commits, deliveries } = options;
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
      .map(resource => withHealth(resource, deliveries ?? []))
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

/**
 * An Application that is read as a resource has its resources' health only where Argo CD is
 * told to write it there (`controller.resource.health.persist`, off since 3.0); of workloads
 * we know it ourselves.
 * Source: argo-cd resource_customizations/argoproj.io/Rollout/health.lua.
 */
function withHealth(
  resource: ArgoCdResource,
  deliveries: readonly Workload[],
): ArgoCdResource {
  if (resource.health?.status !== undefined) return resource;
  const own = deliveries.find(
    ({ kind, namespace, name }) =>
      kind === resource.kind &&
      namespace === resource.namespace &&
      name === resource.name,
  );
  if (!own) return resource;
  const status = own.phase === 'Paused' ? 'Suspended' : own.phase;
  return { ...resource, health: { status, message: own.message } };
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
