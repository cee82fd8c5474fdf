import {
  DeliveryView,
  EnvironmentView,
  FindingView,
  ReleaseIdentityView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  checkClusterDrift,
  checkDeliveryAborted,
  checkDeliveryStuck,
  checkEnvironmentBehind,
  checkUnboundTarget,
  Finding,
  formatFinding,
  STATE_PARTS,
  StateVerdict,
} from '@gitops-ml/core';
import { LiveEnvironment } from '../live/LiveEnvironments';
import { commitOf } from './findSynced';

/** What findings of an environment are made of. */
interface FindingParts {
  view: EnvironmentView;
  live: LiveEnvironment | undefined;
  delivery: DeliveryView | undefined;
  /** Environments that still want a release whose delivery was aborted. */
  rejecting: ReadonlySet<string>;
  /** ISO 8601 */
  now: string;
}

/** What of an environment is in a bad state, in words. Each check says when. */
export function assembleFindings(parts: FindingParts): FindingView[] {
  const { view, live } = parts;
  return [
    ...findAborted(parts),
    ...findStuck(parts),
    ...findDrift(parts),
    ...checkUnboundTarget({ environment: view.name, unbound: live?.unbound }),
    ...findBehind(parts),
  ].map(toView);
}

function toView(finding: Finding): FindingView {
  const { id, severity, environment, evidence } = finding;
  return { id, severity, environment, evidence, ...formatFinding(finding) };
}

function findAborted({ view, delivery }: FindingParts): Finding[] {
  const { name: environment, running } = view;
  if (!delivery) return [];
  return checkDeliveryAborted({
    environment,
    delivery: { ...delivery, failedMetric: view.delivery?.failedMetric },
    rejected: nameModel(running.candidate),
    runs: nameModel(running.stable),
    isStale: view.kubernetes.status !== 'ok',
  });
}

function nameModel(release: ReleaseIdentityView | undefined) {
  const { name, version } = release?.model ?? {};
  return [name, version].filter(Boolean).join(' ') || undefined;
}

function findStuck({ view, live, delivery, now }: FindingParts): Finding[] {
  // What was seen last says nothing of now.
  if (!delivery || live?.kubernetes.status !== 'ok') return [];
  return checkDeliveryStuck({
    environment: view.name,
    delivery,
    changedAt: delivery.events.at(0)?.at,
    now,
  });
}

function findDrift({ view, live }: FindingParts): Finding[] {
  const { metadata, status } = live?.application ?? {};
  const operation = status?.operationState;
  if (!metadata) return [];
  return checkClusterDrift({
    environment: view.name,
    isStale: view.argocd.status !== 'ok',
    application: {
      name: metadata.name,
      url: view.synced.applicationUrl,
      sync: status?.sync
        ? { status: status.sync.status, revision: commitOf(status.sync) }
        : undefined,
      operation: operation
        ? {
            phase: operation.phase,
            revision: commitOf(operation.syncResult),
            finishedAt: operation.finishedAt ?? undefined,
          }
        : undefined,
      reconciledAt: status?.reconciledAt ?? undefined,
      resources: status?.resources ?? [],
    },
  });
}

function findBehind({ view, rejecting }: FindingParts): Finding[] {
  const { name, behind } = view;
  if (!behind) return [];
  return checkEnvironmentBehind({
    environment: name,
    isRejected: rejecting.has(behind.environment),
    before: behind.environment,
    differences: STATE_PARTS.flatMap(part => {
      const found = behind.differences.find(one => one.part === part);
      return found
        ? [{ part, verdict: toVerdict(found.verdict), text: found.text }]
        : [];
    }),
  });
}

function toVerdict(verdict: string): StateVerdict {
  return verdict === 'same' || verdict === 'differs' ? verdict : 'unknown';
}
