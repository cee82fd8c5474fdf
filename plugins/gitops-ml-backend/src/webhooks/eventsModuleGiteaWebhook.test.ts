import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import { EventParams, eventsServiceRef } from '@backstage/plugin-events-node';
import request from 'supertest';
import { collectPushedUrls } from '../state/tracking/collectPushedUrls';
import { eventsModuleGiteaWebhook } from './eventsModuleGiteaWebhook';
import recorded from './testdata/gitea-push.signature.json';

const BODY = readFileSync(
  path.join(__dirname, 'testdata/gitea-push.body.json'),
);

jest.setTimeout(30_000);

describe('eventsModuleGiteaWebhook', () => {
  let backend: TestBackend;
  let published: EventParams[];

  const start = async (secret?: string) => {
    published = [];
    backend = await startTestBackend({
      features: [
        eventsPlugin,
        eventsModuleGiteaWebhook,
        mockServices.rootConfig.factory({
          data: {
            events: {
              http: { topics: ['gitea'] },
              modules: { gitea: { webhookSecret: secret } },
            },
          },
        }),
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => ({
            publish: async event => {
              published.push(event);
            },
            subscribe: async () => {},
          }),
        }),
      ],
    });
  };

  afterEach(() => backend.stop());

  const post = async (body: Buffer, signature?: string) => {
    const call = request(backend.server)
      .post('/api/events/http/gitea')
      .set('Content-Type', 'application/json');
    if (signature) call.set('X-Gitea-Signature', signature);
    return (await call.send(body.toString())).status;
  };

  it("publishes a real Gitea's push, which names its repository", async () => {
    await start(recorded.secret);
    expect(await post(BODY, recorded.signature)).toBe(202);
    expect(published.map(({ topic }) => topic)).toEqual(['gitea']);
    expect(collectPushedUrls(published[0].eventPayload)).toContain(
      'http://127.0.0.1:28400/ml/fraud.git',
    );
  });

  it.each([
    ['no signature', BODY, undefined],
    ['another signature', BODY, recorded.signature.replace(/^./, '0')],
    ['no hexadecimal', BODY, 'x'],
    ['another body', Buffer.from('{}'), recorded.signature],
  ])('refuses %s', async (_, body, signature) => {
    await start(recorded.secret);
    expect(await post(body, signature)).toBe(403);
    expect(published).toEqual([]);
  });

  it('refuses everything without a configured secret', async () => {
    await start();
    expect(await post(BODY, recorded.signature)).toBe(403);
  });
});
