import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import request from 'supertest';
import { createOwnersWorld } from './__testUtils__/createOwnersWorld';
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

describe('a policy with the condition isEntityOwner', () => {
  let root: string;
  let backend: TestBackend;

  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'gitops-ml-'));
    backend = await startTestBackend({
      features: [
        gitopsMlPlugin,
        ...createOwnersWorld([
          component('mine', 'user:ada'),
          component('theirs', 'user:bob'),
        ]),
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
