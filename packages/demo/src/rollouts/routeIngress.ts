import { JsonObject } from '@gitops-ml/core';
import { toJson } from '../json/toJson';
import { Context } from './Context';
import { Rollout } from './contract';
import { ownedBy } from './createRun';
import { Plan } from './reconcile/Plan';

const CANARY = 'nginx.ingress.kubernetes.io/canary';

/** The rules of the stable Ingress for another Service. */
function redirect(spec: JsonObject, from: string, to: string): JsonObject {
  return toJson(
    JSON.parse(JSON.stringify(spec), (key, value: unknown) =>
      key === 'name' && value === from ? to : value,
    ),
  );
}

/**
 * The Ingress that sends the candidate its share.
 * Source: rollout/trafficrouting/nginx/nginx.go.
 */
export function routeIngress(
  { store }: Context,
  rollout: Rollout,
  { stableIngress, service, weight }: NonNullable<Plan['ingress']>,
): void {
  const { namespace, name: rolloutName } = rollout.metadata;
  const stableService = rollout.spec.strategy.canary.stableService ?? '';
  const name = `${rolloutName}-${stableIngress}-canary`;
  const annotations = {
    [CANARY]: 'true',
    [`${CANARY}-weight`]: String(weight),
  };
  if (store.get('Ingress', namespace, name)) {
    store.patch('Ingress', namespace, name, { metadata: { annotations } });
    return;
  }
  const stable = store.get('Ingress', namespace, stableIngress);
  if (!stable?.spec) return;
  store.create({
    apiVersion: stable.apiVersion,
    kind: 'Ingress',
    metadata: {
      name,
      namespace,
      annotations,
      ownerReferences: ownedBy(rollout),
    },
    spec: redirect(stable.spec, stableService, service),
    status: { loadBalancer: {} },
  });
}
