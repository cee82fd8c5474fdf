import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import eventsPlugin from '@backstage/plugin-events-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';
import { GitopsMlClient } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  PushableForge,
  startPushableForge,
} from '../__testUtils__/startPushableForge';
import {
  createEntity,
  isReady,
  refOf,
  until,
} from '../__testUtils__/startPlugin';
import { gitopsMlPlugin } from '../plugin';
import { eventsModuleGiteaWebhook } from './eventsModuleGiteaWebhook';

jest.setTimeout(60_000);

const FRAUD = refOf('fraud');
const pointer = (digit: string) =>
  `outs:\n- md5: ${digit.repeat(32)}\n  size: 1\n  path: raw.csv\n`;

// The real ingress and the real bus; nothing looks at the forge by itself, so
// what is learned is learned from the webhook.
describe('a push to the forge', () => {
  let directory: string;
  let forge: PushableForge;
  let backend: TestBackend;
  let client: GitopsMlClient;
  let signals: { channel: string; message: JsonObject }[];

  beforeEach(async () => {
    directory = await mkdtemp(path.join(os.tmpdir(), 'gitops-ml-'));
    forge = await startPushableForge();
    signals = [];
    backend = await startTestBackend({
      features: [
        eventsPlugin,
        eventsServiceFactory,
        eventsModuleGiteaWebhook,
        gitopsMlPlugin,
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              gitea: [{ host: new URL(forge.url).host, baseUrl: forge.url }],
            },
            events: {
              http: { topics: ['gitea'] },
              // Between processes; its polls would keep this one from ending.
              useEventBus: 'never',
              modules: { gitea: { webhookSecret: 'hook-secret' } },
            },
            gitopsMl: { mirrors: { directory } },
          },
        }),
        catalogServiceMock.factory({ entities: [createEntity(forge.url)] }),
        mockServices.scheduler.mock().factory,
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({
            publish: async ({ channel, message }) => {
              signals.push({ channel, message });
            },
          }),
        }),
      ],
    });
    client = new GitopsMlClient({
      fetch: { fetch },
      discovery: {
        getBaseUrl: async id =>
          `http://localhost:${backend.server.port()}/api/${id}`,
      },
    });
  });

  afterEach(async () => {
    await backend.stop();
    await forge.stop();
    await rm(directory, { recursive: true, force: true });
  });

  const ingress = () =>
    `http://localhost:${backend.server.port()}/api/events/http/gitea`;

  it('is in the index within seconds, and open pages are told', async () => {
    const first = await forge.push({ 'raw.csv.dvc': pointer('a') });
    await forge.addHook(ingress(), 'hook-secret');
    const { topic } = await until(() => client.getData(FRAUD), isReady(first));
    signals.length = 0;
    const second = await forge.push({ 'raw.csv.dvc': pointer('b') });
    const pushedAt = Date.now();
    await until(
      async () => signals,
      messages => messages.length > 0,
    );
    const data = await until(() => client.getData(FRAUD), isReady(second));
    expect(Date.now() - pushedAt).toBeLessThan(10_000);
    expect(data.outputs).toMatchObject([{ path: 'raw.csv', versions: 2 }]);
    expect(signals).toContainEqual({
      channel: 'gitops-ml',
      message: { topic },
    });
    expect(forge.errors).toEqual([]);
  });

  it('changes nothing when it is signed with another secret', async () => {
    const first = await forge.push({ 'raw.csv.dvc': pointer('a') });
    await forge.addHook(ingress(), 'other-secret');
    await until(() => client.getData(FRAUD), isReady(first));
    await forge.push({ 'raw.csv.dvc': pointer('b') });
    await until(
      async () => forge.errors,
      errors => errors.length > 0,
    );
    expect(String(forge.errors[0])).toContain('it answers 403');
    expect(await client.getData(FRAUD)).toMatchObject({
      revision: { oid: first },
    });
  });
});
