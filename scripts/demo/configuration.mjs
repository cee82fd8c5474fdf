import fs from 'node:fs';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';
import { writeTemplate } from './template.mjs';

/** Where Backstage finds the world, and what it may do there. */
const describeWorld = ({ webhookSecret }, world) => ({
  integrations: {
    gitea: [
      {
        host: new URL(world.urls.forge).host,
        baseUrl: world.urls.forge,
        username: world.account.username,
        password: world.account.password,
      },
    ],
  },
  events: {
    http: { topics: ['gitea'] },
    modules: { gitea: { webhookSecret } },
  },
  argocd: {
    appLocatorMethods: [
      {
        type: 'config',
        instances: [
          {
            name: world.argocdInstance,
            url: world.urls.argocd,
            token: world.argocdToken,
          },
        ],
      },
    ],
  },
});

/** The demo's cluster, and that it is the one that its Argo CD calls its own. */
const describeCluster = world =>
  world.urls.cluster
    ? {
        kubernetes: {
          serviceLocatorMethod: { type: 'multiTenant' },
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                {
                  name: 'demo',
                  url: world.urls.cluster,
                  authProvider: 'serviceAccount',
                  serviceAccountToken: world.clusterToken,
                  skipMetricsLookup: true,
                },
              ],
            },
          ],
        },
      }
    : {};

/** What differs between two demos; laid over app-config.yaml. */
const createConfiguration = (state, port, world) => {
  const { directory } = state;
  const baseUrl = `http://localhost:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'better-sqlite3',
        connection: { directory: path.join(directory, 'db') },
      },
    },
    ...describeWorld(state, world),
    ...describeCluster(world),
    catalog: {
      locations: [
        {
          type: 'file',
          target: path.join(root, 'packages/demo/catalog/organisation.yaml'),
        },
        {
          type: 'file',
          target: writeTemplate(state, world),
          rules: [{ allow: ['Template'] }],
        },
      ],
    },
    gitopsMl: {
      clusters: [
        {
          argocd: world.argocdInstance,
          destination: 'in-cluster',
          cluster: 'demo',
        },
      ],
      mirrors: { directory: path.join(directory, 'mirrors') },
      dvc: {
        remotes: [
          {
            urlPrefix: `${world.urls.dvcRemote}/`,
            username: world.account.username,
            password: world.account.password,
          },
        ],
      },
    },
  };
};

/** Writes this demo's configuration, in the order in which it is to be read. */
export function writeConfiguration(state, port, world) {
  const file = path.join(state.directory, 'app-config.yaml');
  const text = JSON.stringify(createConfiguration(state, port, world), null, 2);
  fs.writeFileSync(file, `${text}\n`, { mode: 0o600 });
  return [path.join(root, 'app-config.yaml'), file];
}
