import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { gitopsMlPermissions } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** @public */
export const gitopsMlPlugin = createBackendPlugin({
  pluginId: 'gitops-ml',
  register(env) {
    env.registerInit({
      deps: { permissionsRegistry: coreServices.permissionsRegistry },
      async init({ permissionsRegistry }) {
        permissionsRegistry.addPermissions(gitopsMlPermissions);
      },
    });
  },
});
