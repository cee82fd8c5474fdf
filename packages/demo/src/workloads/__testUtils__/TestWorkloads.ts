import { createVirtualClock } from '../../clock/createVirtualClock';
import { createClusterStore } from '../../cluster/createClusterStore';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { startWorkloads } from '../startWorkloads';

/** A cluster in memory with its controllers, whose time the test moves. */
export function createTestWorkloads() {
  const clock = createVirtualClock(Date.parse('2026-09-12T08:00:00Z'));
  const store = createClusterStore(clock);
  const errors: unknown[] = [];
  const { close } = startWorkloads({
    store,
    clock,
    onError: error => errors.push(error),
  });
  const podsBy = (label: string, value: string) =>
    store.list('Pod', { namespace: 'default', labels: { [label]: value } });
  return {
    clock,
    store,
    errors,
    close,
    podsBy,
    make: (object: KubernetesObject) => store.create(object),
  };
}

/** What pods of a test are made from. */
export const podTemplate = (app: string, image = 'models/churn:v1') => ({
  metadata: { labels: { app } },
  spec: { containers: [{ name: 'predictor', image }] },
});

/** An object in the namespace of the tests. */
export const inDefault = (
  apiVersion: string,
  kind: string,
  name: string,
  spec: KubernetesObject['spec'],
): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'default' },
  spec,
});

/** Is a pod ready? */
export function isReady({ status }: KubernetesObject): boolean {
  const { conditions } = status ?? {};
  return (
    Array.isArray(conditions) &&
    JSON.stringify(conditions).includes('{"type":"Ready","status":"True"')
  );
}
