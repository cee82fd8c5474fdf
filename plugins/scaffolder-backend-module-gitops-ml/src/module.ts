import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  readArgoCdInstances,
  readDvcRemoteRules,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { createArgoCdRegisterAction } from './actions/register/action';
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
          createArgoCdRegisterAction({
            fetch,
            instances: readArgoCdInstances(config),
          }),
        );
      },
    });
  },
});
