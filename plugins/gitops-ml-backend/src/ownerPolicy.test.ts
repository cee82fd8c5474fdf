import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
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
import request from 'supertest';
import { until } from './__testUtils__/startPlugin';
import { gitopsMlPlugin } from './plugin';

const component = (name: string, owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: {
      'gitops-ml/path': '.',
      'backstage.io/managed-by-location': `test:${name}`,
      'backstage.io/managed-by-origin-location': `test:${name}`,
    },
  },
  spec: { type: 'ml-service', lifecycle: 'production', owner },
});

const entities = createBackendModule({
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
              entities: [
                component('mine', 'user:ada'),
                component('theirs', 'user:bob'),
              ].map(entity => ({ entity, locationKey: 'test' })),
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

describe('a policy with the condition isEntityOwner', () => {
  let root: string;
  let backend: TestBackend;

  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'gitops-ml-'));
    backend = await startTestBackend({
      features: [
        gitopsMlPlugin,
        catalogPlugin,
        permissionPlugin,
        permissionsServiceFactory,
        auth,
        entities,
        ownersOnly,
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            gitopsMl: { mirrors: { directory: root } },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend.stop();
    await rm(root, { recursive: true, force: true });
  });

  const statusFor = async (user: string, name: string, view = 'data') => {
    const { status } = await request(backend.server)
      .get(`/api/gitops-ml/v1/entities/default/component/${name}/${view}`)
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );
    return status;
  };

  it('lets owners in, and nobody else', async () => {
    await until(
      () => statusFor('ada', 'mine'),
      status => status === 200,
    );
    expect(await statusFor('bob', 'mine')).toBe(403);
    expect(await statusFor('ada', 'theirs')).toBe(403);
    expect(await statusFor('bob', 'theirs', 'doctor')).toBe(200);
    expect(await statusFor('ada', 'unknown')).toBe(403);
  });
});
