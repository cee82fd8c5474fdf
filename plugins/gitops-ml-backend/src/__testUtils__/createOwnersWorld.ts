import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

const provide = (entities: Entity[]) =>
  createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'test',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({
                  entity,
                  locationKey: 'test',
                })),
              }),
          });
        },
      });
    },
  });

const ownersOnly = createBackendModule({
  pluginId: 'permission',
  moduleId: 'owners-only',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }, user) {
            return isResourcePermission(permission, 'catalog-entity') &&
              permission.name.startsWith('gitops-ml.')
              ? createCatalogConditionalDecision(permission, {
                  anyOf: [
                    catalogConditions.isEntityOwner({
                      claims: user?.info.ownershipEntityRefs ?? [],
                    }),
                  ],
                })
              : { result: AuthorizeResult.ALLOW };
          },
        });
      },
    });
  },
});

/** As in production, and unlike in the mock, a plugin's call for a user says which plugin calls. */
const auth = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const pluginId = plugin.getId();
    const base = mockServices.auth({
      pluginId,
      disableDefaultAuthPolicy: false,
    });
    return mockServices.auth.mock({
      authenticate: token => base.authenticate(token),
      getNoneCredentials: () => base.getNoneCredentials(),
      getOwnServiceCredentials: () => base.getOwnServiceCredentials(),
      isPrincipal: base.isPrincipal.bind(base),
      getPluginRequestToken: async options => {
        const { onBehalfOf } = options;
        if (!base.isPrincipal(onBehalfOf, 'user')) {
          return base.getPluginRequestToken(options);
        }
        const actor = { subject: `plugin:${pluginId}` };
        const { userEntityRef } = onBehalfOf.principal;
        return { token: mockCredentials.user.token(userEntityRef, { actor }) };
      },
    });
  },
});

/** The real catalog and permissions, under a policy that lets only owners in. */
export function createOwnersWorld(entities: Entity[]): BackendFeature[] {
  return [
    catalogPlugin,
    permissionPlugin,
    permissionsServiceFactory,
    auth,
    provide(entities),
    ownersOnly,
  ];
}
