import { Entity } from '@backstage/catalog-model';

/** The component whose tabs the tests look at. */
export const fraudDetector: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'fraud-detector',
    namespace: 'default',
    annotations: { 'gitops-ml/path': '.' },
  },
  spec: { type: 'ml-service', owner: 'ml-team', lifecycle: 'production' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/ml-team' }],
};
