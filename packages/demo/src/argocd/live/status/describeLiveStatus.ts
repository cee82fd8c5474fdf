import { ClusterStore } from '../../../cluster/ClusterStore';
import { formatTime } from '../../../clock/Clock';
import {
  Comparison,
  compareResources,
  pairUp,
} from '../compare/compareResources';
import { LiveApplication } from '../LiveApplication';
import { findLive } from '../operation/applyTask';
import { LiveStatus } from '../operation/contract';
import { listTracked, withDependants } from '../resources/listTracked';
import { placeTargets } from '../resources/placeTargets';
import { keyOfObject, refOf } from '../resources/ResourceRef';
import { Targets } from '../Targets';
import { dateConditions, NewCondition } from './findConditions';
import { describeSummary } from './describeSummary';

/** An application compared with its cluster: what Git wants at the newest commit, and what is there. */
export function compareApplication(
  store: ClusterStore,
  { name, spec }: LiveApplication,
  targets: Targets,
): Comparison {
  const { namespace } = spec.destination;
  const objects = targets.kind === 'loaded' ? targets.objects : [];
  const placed = placeTargets(objects, name, namespace);
  const tracked = listTracked(store, name);
  const known = new Set(tracked.map(keyOfObject));
  const others = placed.flatMap(target => {
    const live = findLive(store, refOf(target));
    return live && !known.has(keyOfObject(live)) ? [live] : [];
  });
  return compareResources(pairUp(placed, [...tracked, ...others]), {
    isUnknown: targets.kind === 'failed',
    ignored: object => {
      const { group, kind } = refOf(object);
      return (spec.ignoreDifferences ?? [])
        .filter(
          rule =>
            (rule.group === '*' || rule.group === group) &&
            (rule.kind === '*' || rule.kind === kind) &&
            (!rule.name || rule.name === object.metadata.name) &&
            (!rule.namespace || rule.namespace === object.metadata.namespace),
        )
        .flatMap(rule => rule.jsonPointers ?? []);
    },
  });
}

interface Input {
  store: ClusterStore;
  application: LiveApplication;
  targets: Targets;
  comparison: Comparison;
  conditions: readonly NewCondition[];
  /** Was the repository read for this? */
  isRefreshed: boolean;
  now: number;
}

/** The status of an application that was compared, without its operation and history (controller/state.go). */
export function describeLiveStatus(input: Input): LiveStatus {
  const { application, targets, comparison, store } = input;
  const { spec, status, name } = application;
  const { ignoreDifferences } = spec;
  const comparedTo = {
    destination: spec.destination,
    source: spec.source,
    ...(ignoreDifferences && { ignoreDifferences }),
  };
  const isLoaded = targets.kind === 'loaded';
  const revision = isLoaded ? targets.revision : spec.source.targetRevision;
  const { history, operationState, reconciledAt } = status;
  return {
    ...describeConditions(input),
    controllerNamespace: 'argocd',
    health: describeHealthOf(input, comparison.health),
    ...(history && { history }),
    ...(operationState && { operationState }),
    reconciledAt:
      input.isRefreshed || !reconciledAt ? formatTime(input.now) : reconciledAt,
    resourceHealthSource: 'appTree',
    ...(comparison.resources.length > 0 && {
      resources: comparison.resources.map(resource => ({ ...resource })),
    }),
    sourceHydrator: {},
    ...(isLoaded && { sourceType: 'Kustomize' }),
    summary: describeSummary(withDependants(store, listTracked(store, name))),
    sync: { comparedTo, revision: revision ?? '', status: comparison.status },
  };
}

/** The status of an application that its project does not allow: nothing is compared. */
export function describeInvalidStatus(
  input: Omit<Input, 'targets' | 'comparison' | 'isRefreshed' | 'store'>,
): LiveStatus {
  const { history, operationState } = input.application.status;
  return {
    ...describeConditions(input),
    health: describeHealthOf(input, 'Unknown'),
    ...(history && { history }),
    ...(operationState && { operationState }),
    sourceHydrator: {},
    summary: {},
    sync: {
      comparedTo: { destination: {}, source: { repoURL: '' } },
      status: 'Unknown',
    },
  };
}

type Dated = Pick<Input, 'application' | 'conditions' | 'now'>;

function describeConditions({ application, conditions, now }: Dated) {
  const before = application.status.conditions ?? [];
  const dated = dateConditions(conditions, before, formatTime(now));
  return dated.length > 0 ? { conditions: dated } : {};
}

function describeHealthOf({ application, now }: Dated, status: string) {
  const before = application.status.health;
  const isSame = before?.status === status;
  return {
    lastTransitionTime:
      (isSame && before.lastTransitionTime) || formatTime(now),
    status,
  };
}
