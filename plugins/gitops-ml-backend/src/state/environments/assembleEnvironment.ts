import {
  CommitView,
  DeliveryView,
  EnvironmentView,
  ReleaseIdentityView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DeclaredEnvironment } from '@gitops-ml/core';
import { assembleApplication } from '../assemble/assembleApplication';
import { Revision } from '../assemble/Revision';
import { toObservationView } from '../assemble/toObservationView';
import { LiveEnvironment } from '../live/LiveEnvironments';
import { describeDelivery } from './describeDelivery';
import {
  diffRunning,
  identifyByGit,
  matchRelease,
  toRunningTuple,
} from './describeRunning';
import { findSynced } from './findSynced';
import { PartChanges } from './loadChanges';
import { CommitState } from './StateTuples';
import { toTupleView } from './toTupleView';

/** What an environment's view is made of. */
interface EnvironmentParts {
  declared: DeclaredEnvironment;
  live: LiveEnvironment | undefined;
  desired: CommitState | undefined;
  /** Newest first. */
  deployed: readonly CommitState[];
  /** By commit of a state. */
  changes: ReadonlyMap<string, PartChanges>;
  deliveries: readonly DeliveryView[];
  commits: ReadonlyMap<string, CommitView>;
  links: Pick<Revision, 'oid' | 'links'>;
  now: string;
}

/** An environment as pages show it, without the comparison with its neighbour. */
export function assembleEnvironment(parts: EnvironmentParts): EnvironmentView {
  const { declared, live, deliveries, links, now } = parts;
  const delivery = chooseDelivery(deliveries);
  const stable = identityOf(delivery, 'stable', parts);
  const candidate = identityOf(delivery, 'candidate', parts);
  const notConfigured = { status: 'not-configured', since: now };
  return {
    name: declared.name,
    declaredBy: declared.declaredBy.map(({ source, spot, fields }) => ({
      source,
      spot: { ...spot, url: links.links.file(links.oid, spot.path, spot.line) },
      fields,
    })),
    instance: live?.instance ?? declared.instance,
    cluster: live?.place?.cluster ?? declared.cluster ?? declared.server,
    namespace: live?.place?.namespace ?? declared.namespace,
    overlay: declared.overlay,
    revision: declared.revision,
    desired: describeDesired(parts),
    synced: describeSynced(parts),
    running: {
      ...describeRunningStatus(live, stable, parts),
      stable,
      candidate,
      candidateWeight: candidate ? delivery?.weight?.actual : undefined,
    },
    argocd: live ? toObservationView(live.argocd) : notConfigured,
    kubernetes: live ? toObservationView(live.kubernetes) : notConfigured,
    runningDiffers:
      stable?.status === 'known' && parts.desired
        ? diffRunning(
            stable,
            matchRelease(stable, parts.deployed),
            parts.desired,
          )
        : [],
    delivery: describeDelivery(delivery),
    simulated: deliveries.some(({ simulated }) => simulated),
  };
}

/** Of several workloads the one that is delivered step by step. */
export function chooseDelivery(
  deliveries: readonly DeliveryView[],
): DeliveryView | undefined {
  return deliveries.find(({ kind }) => kind === 'Rollout') ?? deliveries.at(0);
}

function identityOf(
  delivery: DeliveryView | undefined,
  role: 'stable' | 'candidate',
  { deployed, commits }: EnvironmentParts,
): ReleaseIdentityView | undefined {
  const release = delivery?.revisions.find(one => one.role === role)?.release;
  if (!release) return undefined;
  return identifyByGit(release, matchRelease(release, deployed), commits);
}

function describeDesired({
  declared,
  desired,
  changes,
  commits,
}: EnvironmentParts): EnvironmentView['desired'] {
  if (desired) {
    const tuple = toTupleView(desired.tuple, {
      commit: commits.get(desired.oid),
      changes: changes.get(desired.oid),
    });
    return { status: 'known', tuple };
  }
  const { revision, declaredBy } = declared;
  if (revision === undefined) {
    return {
      status: 'none',
      reason:
        declaredBy.length === 0
          ? 'Nothing in the repository declares this environment.'
          : 'Its declaration names no overlay of this repository.',
    };
  }
  return {
    status: 'unknown',
    reason: `The revision ${revision} names no commit of the repository.`,
  };
}

function describeSynced({
  live,
  deployed,
  changes,
  commits,
}: EnvironmentParts): EnvironmentView['synced'] {
  const application = live?.application;
  if (!live || !application) return describeUnsynced(live);
  const { sync, health, url } = assembleApplication({
    instance: live.instance ?? '',
    instanceUrl: live.instanceUrl,
    application,
    commits,
  });
  const shown = { sync, health, applicationUrl: url };
  const oid = findSynced(application);
  const state = deployed.find(one => one.oid === oid);
  if (!state) {
    return {
      ...shown,
      status: 'unknown',
      reason: oid
        ? `The commit ${oid} is not in the repository.`
        : 'Argo CD says of no commit that it is applied.',
    };
  }
  return {
    ...shown,
    status: live.argocd.status === 'ok' ? 'known' : 'stale',
    tuple: toTupleView(state.tuple, {
      commit: commits.get(state.oid),
      changes: changes.get(state.oid),
    }),
  };
}

function describeUnsynced(
  live: LiveEnvironment | undefined,
): EnvironmentView['synced'] {
  const isAnswered =
    live?.argocd.status === 'ok' && live.argocd.valueObservedAt !== undefined;
  return {
    status: isAnswered ? 'none' : 'unknown',
    reason: live?.unbound?.message ?? live?.argocd.message,
  };
}

function describeRunningStatus(
  live: LiveEnvironment | undefined,
  stable: ReleaseIdentityView | undefined,
  { deployed }: EnvironmentParts,
): Pick<EnvironmentView['running'], 'status' | 'reason' | 'tuple'> {
  if (!stable) return describeNothing(live);
  if (stable.status !== 'known') {
    return { status: 'unknown', reason: stable.reason };
  }
  return {
    status: live?.kubernetes.status === 'ok' ? 'known' : 'stale',
    tuple: toRunningTuple(stable, matchRelease(stable, deployed)),
  };
}

function describeNothing(live: LiveEnvironment | undefined) {
  const observed = live?.kubernetes;
  if (observed?.status !== 'ok' || !observed.valueObservedAt) {
    const reason =
      observed?.message ?? 'No cluster was asked about this environment.';
    return { status: 'unknown', reason };
  }
  const hasWorkload = live?.workloads.some(({ objects }) => objects.length > 0);
  return hasWorkload
    ? { status: 'none', reason: 'No set of pods is stable yet.' }
    : { status: 'none', reason: 'No workload is deployed.' };
}
