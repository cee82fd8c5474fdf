import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import {
  dataTab,
  deliveryTab,
  dvcRemoteFormField,
  entityFormField,
  environmentsFormField,
  featuresTab,
  fleetPage,
  gitopsMlApi,
  gitopsMlLiveApi,
  gitopsMlTemplateApi,
  modelsTab,
  nameFormField,
  overviewCard,
  overviewTab,
  repositoryFormField,
} from './extensions';
import { fleetRouteRef } from './routes';

/**
 * The ML pages of an entity and of the fleet, for the new front-end system. Tabs stand in the
 * group `ml` in the order of this list, where the app defines that group.
 * @public
 */
export const gitopsMlPlugin = createFrontendPlugin({
  pluginId: 'gitops-ml',
  title: 'GitOps ML',
  routes: { fleet: fleetRouteRef },
  info: { packageJson: () => import('../package.json') },
  extensions: [
    gitopsMlApi,
    gitopsMlTemplateApi,
    gitopsMlLiveApi,
    overviewTab,
    featuresTab,
    dataTab,
    modelsTab,
    deliveryTab,
    overviewCard,
    fleetPage,
    nameFormField,
    entityFormField,
    repositoryFormField,
    environmentsFormField,
    dvcRemoteFormField,
  ],
});
