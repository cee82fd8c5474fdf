import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { StartedPlugin, startPlugin } from '../../__testUtils__/startPlugin';

const OPTIONS = '/api/gitops-ml/v1/template-options';
const CHECK = '/api/gitops-ml/v1/name-check';

describe('createTemplateRoutes', () => {
  let plugin: StartedPlugin;

  afterEach(() => plugin.stop());

  const repoUrl = (name: string) =>
    encodeURIComponent(
      `${new URL(plugin.forge.url).host}?owner=ml&repo=${name}`,
    );

  it('gives names and no addresses or secrets of Argo CD instances', async () => {
    plugin = await startPlugin({
      config: () => ({
        dvc: {
          remotes: [{ urlPrefix: 'https://data.example/a', password: 'p' }],
        },
      }),
    });
    const { body } = await request(plugin.server).get(OPTIONS);
    expect(body).toEqual({
      schemaVersion: 1,
      argocdInstances: [],
      dvcRemotes: ['https://data.example/a/'],
    });
  });

  it.each([
    ['fraud', 'fraud', { catalog: 'taken', repository: 'taken' }],
    ['new-name', 'new-name', { catalog: 'free', repository: 'free' }],
    ['new-name', 'fraud', { catalog: 'free', repository: 'taken' }],
  ])(
    'looks for %s in the catalog and %s on the forge',
    async (name, repository, wanted) => {
      plugin = await startPlugin();
      plugin.fraud.commit({ a: '1' });
      const { body } = await request(plugin.server).get(
        `${CHECK}?name=${name}&repoUrl=${repoUrl(repository)}`,
      );
      expect(body).toEqual({ schemaVersion: 1, ...wanted });
    },
  );

  it('contacts no host that is no integration', async () => {
    plugin = await startPlugin();
    const { body } = await request(plugin.server).get(
      `${CHECK}?name=x&repoUrl=${encodeURIComponent(
        '127.0.0.1:1?owner=a&repo=b',
      )}`,
    );
    expect(body).toEqual({
      schemaVersion: 1,
      catalog: 'free',
      repository: 'unknown',
      message: 'No integration can look at that repository.',
    });
  });

  it('refuses a name that is no DNS label', async () => {
    plugin = await startPlugin();
    const { status } = await request(plugin.server).get(`${CHECK}?name=A%20b`);
    expect(status).toBe(400);
  });

  it.each([OPTIONS, `${CHECK}?name=x`])(
    'answers 403 without permission: %s',
    async url => {
      plugin = await startPlugin({
        features: [
          mockServices.permissions.mock({
            authorize: async () => [{ result: AuthorizeResult.DENY }],
          }).factory,
        ],
      });
      const { status } = await request(plugin.server).get(url);
      expect(status).toBe(403);
    },
  );
});
