import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import {
  dataTab,
  dvcRemoteFormField,
  entityFormField,
  environmentsFormField,
  featuresTab,
  gitopsMlApi,
  gitopsMlTemplateApi,
  modelsTab,
  nameFormField,
  repositoryFormField,
} from './extensions';

/**
 * The ML pages of an entity, for the new front-end system. Tabs stand in the
 * group `ml` in the order of this list, where the app defines that group.
 * @public
 */
export const gitopsMlPlugin = createFrontendPlugin({
  pluginId: 'gitops-ml',
  title: 'GitOps ML',
  info: { packageJson: () => import('../package.json') },
  extensions: [
    gitopsMlApi,
    gitopsMlTemplateApi,
    featuresTab,
    dataTab,
    modelsTab,
    nameFormField,
    entityFormField,
    repositoryFormField,
    environmentsFormField,
    dvcRemoteFormField,
  ],
});
