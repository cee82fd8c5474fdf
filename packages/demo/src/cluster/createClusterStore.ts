import { Clock } from '../clock/Clock';
import { ClusterStore } from './ClusterStore';
import { MemoryStore } from './MemoryStore';

const namespaces = ['default', 'kube-system', 'argocd'];

/** Makes what every cluster has; what is there is left as it is. */
export function addNamespaces(store: ClusterStore): void {
  for (const name of namespaces) {
    if (store.get('Namespace', undefined, name)) continue;
    store.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
    });
  }
}

/** A cluster in memory alone, with its first namespaces: for tests and for replays. */
export function createClusterStore(clock: Clock): ClusterStore {
  const store = new MemoryStore(clock, { resourceVersion: 100, objects: [] });
  addNamespaces(store);
  return store;
}
