import { ReplicaSet, TrafficWeights } from '../contract';
import { isSameJson } from '../../json/isSameJson';
import { isAtDesiredCounts } from './countReplicas';
import { Draft } from './Draft';
import {
  availableOf,
  currentSetWeight,
  hashOf,
  lastWeight,
  Pass,
} from './Pass';

/** Source: rollout/service.go `reconcileStableAndCanaryService`. */
export function routeServices(pass: Pass, draft: Draft): void {
  const { canaryService, stableService, trafficRouting } =
    pass.rollout.spec.strategy.canary;
  const isBackAtStable = draft.isAborted && !trafficRouting;
  target(draft, stableService, pass.stable);
  target(draft, canaryService, isBackAtStable ? pass.stable : pass.current);
}

function target(
  draft: Draft,
  service: string | undefined,
  replicaSet: ReplicaSet | undefined,
): void {
  const hash = hashOf(replicaSet);
  if (!service || !replicaSet || !hash) return;
  draft.services.push({
    service,
    hash,
    isFullyAvailable:
      replicaSet.spec.replicas > 0 &&
      availableOf(replicaSet) === replicaSet.spec.replicas,
    isPartlyAvailable: availableOf(replicaSet) > 0,
  });
}

function chooseWeight(pass: Pass, draft: Draft): number {
  const { status, stepIndex, steps, maxWeight } = pass;
  if (pass.isFullyPromoted || draft.isAborted) return 0;
  if (availableOf(pass.current) === 0) return 0;
  if (status.promoteFull) return status.canary?.weights?.canary.weight ?? 0;
  if (stepIndex === undefined) return 0;
  if (!isAtDesiredCounts(pass)) return lastWeight(steps.slice(0, stepIndex));
  return stepIndex === steps.length ? maxWeight : currentSetWeight(pass);
}

/**
 * The weights of the traffic, as far as there are pods for them.
 * Source: rollout/trafficrouting.go `reconcileTrafficRouting`.
 */
export function routeTraffic(pass: Pass, draft: Draft): void {
  const { canaryService, stableService, trafficRouting } =
    pass.rollout.spec.strategy.canary;
  if (!trafficRouting || !canaryService || !stableService) {
    draft.weights = undefined;
    return;
  }
  const weight = chooseWeight(pass, draft);
  if (pass.isFullyPromoted === false && draft.isAborted) {
    const last = draft.services.find(each => each.service === canaryService);
    const hash = hashOf(pass.stable);
    // An abort does not wait for pods: the stable ones are there.
    if (last && hash) {
      Object.assign(last, {
        hash,
        isFullyAvailable: true,
        isPartlyAvailable: true,
      });
    }
  }
  const needed = Math.trunc(
    ((pass.maxWeight - weight) * pass.replicas) / pass.maxWeight,
  );
  if (!pass.stable || availableOf(pass.stable) < needed) return;

  const weights: TrafficWeights = {
    canary: {
      podTemplateHash: hashOf(pass.current),
      serviceName: canaryService,
      weight,
    },
    stable: {
      podTemplateHash: hashOf(pass.stable),
      serviceName: stableService,
      weight: pass.maxWeight - weight,
    },
  };
  draft.ingress = {
    stableIngress: trafficRouting.nginx.stableIngress,
    service: canaryService,
    weight,
  };
  const before = pass.status.canary?.weights;
  if (isSameJson(before, weights)) return;
  draft.weights = weights;
  draft.announce('TrafficWeightUpdated', describeWeights(before, weight));
}

function describeWeights(before: TrafficWeights | undefined, weight: number) {
  const last = before?.canary.weight;
  if (last === undefined) return `Traffic weight updated to ${weight}`;
  return last === weight
    ? 'Traffic weight updated '
    : `Traffic weight updated from ${last} to ${weight}`;
}
