import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { KubernetesHttp } from './KubernetesHttp';

/**
 * Reaches clusters through the proxy of the kubernetes plugin, which adds the
 * clusters' own credentials: as this plugin, or as the one of a request.
 */
export function createOpenKubernetes({
  auth,
  discovery,
}: {
  auth: Pick<AuthService, 'getPluginRequestToken'>;
  discovery: Pick<DiscoveryService, 'getBaseUrl'>;
}): (credentials: () => Promise<BackstageCredentials>) => KubernetesHttp {
  return credentials =>
    new KubernetesHttp({
      fetch,
      getBaseUrl: () => discovery.getBaseUrl('kubernetes'),
      getToken: async () => {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await credentials(),
          targetPluginId: 'kubernetes',
        });
        return token;
      },
    });
}
