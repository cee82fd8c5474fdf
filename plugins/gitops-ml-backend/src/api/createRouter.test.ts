import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { StartedPlugin, startPlugin } from '../__testUtils__/startPlugin';

const ENTITY = '/api/gitops-ml/v1/entities/default/component/fraud';

jest.setTimeout(30_000);

describe('createRouter', () => {
  let plugin: StartedPlugin;

  afterEach(() => plugin.stop());

  const DENIED = mockServices.permissions.mock({
    authorize: async () => [{ result: AuthorizeResult.DENY }],
  });

  it.each([
    ['get', 'features'],
    ['get', 'features/history?project=&view=x'],
    ['get', 'data'],
    ['get', 'data/history?path=x'],
    ['get', 'models'],
    ['get', 'models/x'],
    ['get', 'doctor'],
    ['post', 'refresh'],
  ] as const)('answers 403 without permission: %s %s', async (method, view) => {
    plugin = await startPlugin({ features: [DENIED.factory] });
    const known = await request(plugin.server)[method](`${ENTITY}/${view}`);
    const unknown = await request(plugin.server)[method](
      `${ENTITY}-none/${view}`,
    );
    expect([known.status, unknown.status]).toEqual([403, 403]);
    expect(plugin.forge.requests).toEqual([]);
    const permission =
      method === 'get' ? 'gitops-ml.state.read' : 'gitops-ml.state.refresh';
    expect(DENIED.authorize).toHaveBeenCalledWith(
      [
        {
          permission: expect.objectContaining({ name: permission }),
          resourceRef: 'component:default/fraud',
        },
      ],
      expect.anything(),
    );
  });

  it('answers 404 for an entity that is not there, to who may know', async () => {
    plugin = await startPlugin();
    const { status } = await request(plugin.server).get(`${ENTITY}-none/data`);
    expect(status).toBe(404);
  });

  it('answers 401 to who has not signed in', async () => {
    plugin = await startPlugin();
    const { status } = await request(plugin.server)
      .get(`${ENTITY}/data`)
      .set('Authorization', 'Bearer mock-none-token');
    expect(status).toBe(401);
  });

  it.each([
    'data/history',
    'data/history?path=',
    'features/history?project=x',
    'data?revision=',
    'data?revision=a&revision=b',
  ])('answers 400 to %s', async view => {
    plugin = await startPlugin();
    const { status } = await request(plugin.server).get(`${ENTITY}/${view}`);
    expect(status).toBe(400);
  });
});
