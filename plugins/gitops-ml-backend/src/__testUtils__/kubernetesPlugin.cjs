// A back end with the real kubernetes plugin: it is ESM underneath, which jest does not run.
// Reads `{clusters}` from its first argument, and says its port to who started it.

const {
  coreServices,
  createServiceFactory,
} = require('@backstage/backend-plugin-api');
const {
  mockServices,
  startTestBackend,
} = require('@backstage/backend-test-utils');
const kubernetesPlugin =
  require('@backstage/plugin-kubernetes-backend').default;

const { clusters } = JSON.parse(process.argv[2]);

/** As in production, services pass; the one user who may not is Eve. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => ({
    authorize: async (requests, { credentials }) =>
      requests.map(() => ({
        result:
          credentials.principal.userEntityRef === 'user:default/eve'
            ? 'DENY'
            : 'ALLOW',
      })),
  }),
});

startTestBackend({
  features: [
    kubernetesPlugin,
    permissions,
    mockServices.rootConfig.factory({
      data: {
        kubernetes: {
          serviceLocatorMethod: { type: 'multiTenant' },
          clusterLocatorMethods: [{ type: 'config', clusters }],
        },
      },
    }),
  ],
}).then(({ server }) => process.send({ port: server.port() }));

process.on('disconnect', () => process.exit());
