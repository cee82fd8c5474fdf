import { Context } from '../Context';
import { ArgoCdCluster } from '../spec/clusters';
import { Call, Route } from './Route';

/** `/api/v1/clusters` and `/api/v1/settings`: what a client may look up about this Argo CD. */
export function createClusterRoutes(context: Context): Route[] {
  return [
    {
      method: 'GET',
      path: '/clusters',
      handle: call => listClusters(context, call),
    },
    {
      method: 'GET',
      path: '/settings',
      handle: () => ({
        appLabelKey: 'app.kubernetes.io/instance',
        trackingMethod: 'annotation',
        controllerNamespace: 'argocd',
      }),
    },
  ];
}

function listClusters(
  { clusters, enforcer, applications }: Context,
  { claims }: Call,
): unknown {
  const { name: subject } = claims();
  const items = clusters
    .filter(({ server }) =>
      enforcer.isAllowed(subject, 'clusters', 'get', server),
    )
    .map(({ name, server }: ArgoCdCluster) => ({
      name,
      server,
      config: { tlsClientConfig: { insecure: false } },
      info: {
        applicationsCount: applications
          .list()
          .filter(({ spec: { destination } }) =>
            [name, server].includes(
              destination.server ?? destination.name ?? '',
            ),
          ).length,
      },
    }));
  return { metadata: {}, items: items.length > 0 ? items : null };
}
