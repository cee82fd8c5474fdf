import { createApiRef } from '@backstage/frontend-plugin-api';
import { GitopsMlApi } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** What the back end answers about an entity. @public */
export const gitopsMlApiRef = createApiRef<GitopsMlApi>({
  id: 'plugin.gitops-ml.client',
});
