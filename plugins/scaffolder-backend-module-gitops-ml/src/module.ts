import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { readDvcRemoteRules } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { createDvcTrackAction } from './actions/track/action';

/**
 * The actions of the GitOps ML templates.
 * @public
 */
export const scaffolderModuleGitopsMl = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'gitops-ml',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ actions, config }) {
        actions.addActions(
          createDvcTrackAction({ fetch, remotes: readDvcRemoteRules(config) }),
        );
      },
    });
  },
});
