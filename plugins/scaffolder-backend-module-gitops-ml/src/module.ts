import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderTemplatingExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import {
  readArgoCdInstances,
  readDvcRemoteRules,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { createCatalogWaitAction } from './actions/catalogWait/action';
import { createArgoCdRegisterAction } from './actions/register/action';
import { createDvcTrackAction } from './actions/track/action';
import { createCloneUrlFilter } from './filters/cloneUrl';

/**
 * The actions and filters of the GitOps ML templates.
 * @public
 */
export const scaffolderModuleGitopsMl = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'gitops-ml',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        templating: scaffolderTemplatingExtensionPoint,
      },
      async init({ actions, catalog, config, templating }) {
        const integrations = ScmIntegrations.fromConfig(config);
        templating.addTemplateFilters([createCloneUrlFilter(integrations)]);
        actions.addActions(
          createDvcTrackAction({ fetch, remotes: readDvcRemoteRules(config) }),
          createArgoCdRegisterAction({
            fetch,
            instances: readArgoCdInstances(config),
          }),
          createCatalogWaitAction({ catalog }),
        );
      },
    });
  },
});
