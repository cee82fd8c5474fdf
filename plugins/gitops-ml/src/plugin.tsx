import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import {
  dataTab,
  dvcRemoteFormField,
  environmentsFormField,
  featuresTab,
  gitopsMlApi,
  gitopsMlTemplateApi,
  modelsTab,
  nameFormField,
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
    environmentsFormField,
    dvcRemoteFormField,
  ],
});
