import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ClusterDirectory } from './ClusterDirectory';
import { KubernetesHttp } from './KubernetesHttp';

/**
 * Reaches clusters through the proxy of the kubernetes plugin, which adds the
 * clusters' own credentials: as this plugin, or as the one of a request.
 */
export function createOpenKubernetes({
  auth,
  discovery,
}: {
  auth: Pick<AuthService, 'getPluginRequestToken' | 'getOwnServiceCredentials'>;
  discovery: Pick<DiscoveryService, 'getBaseUrl'>;
}): (credentials: () => Promise<BackstageCredentials>) => KubernetesHttp {
  const createAccess = (credentials: () => Promise<BackstageCredentials>) => ({
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
  const directory = new ClusterDirectory(
    createAccess(() => auth.getOwnServiceCredentials()),
  );
  return credentials =>
    new KubernetesHttp({
      ...createAccess(credentials),
      refuse: cluster => directory.refuse(cluster),
    });
}
