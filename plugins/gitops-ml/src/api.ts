import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  GitopsMlApi,
  GitopsMlLiveApi,
  GitopsMlTemplateApi,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** What the back end answers about an entity. @public */
export const gitopsMlApiRef = createApiRef<GitopsMlApi>({
  id: 'plugin.gitops-ml.client',
});

/** What feeds the form of the templates. @public */
export const gitopsMlTemplateApiRef = createApiRef<GitopsMlTemplateApi>({
  id: 'plugin.gitops-ml.template',
});

/** What the back end answers about what runs. @public */
export const gitopsMlLiveApiRef = createApiRef<GitopsMlLiveApi>({
  id: 'plugin.gitops-ml.live',
});
