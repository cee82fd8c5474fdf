import { Controller } from './runController';
import { setStatus } from './setStatus';

/** Says that a namespace can be used. */
export const namespaceController: Controller = {
  kind: 'Namespace',
  affected: () => [],
  reconcile(namespace, { store }) {
    setStatus(store, namespace, { phase: 'Active' });
    return undefined;
  },
};
