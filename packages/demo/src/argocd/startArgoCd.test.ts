import fs from 'node:fs';
import path from 'node:path';
import { TestArgoCd } from './__testUtils__/TestArgoCd';

let world: TestArgoCd;

beforeAll(async () => {
  world = await TestArgoCd.start({ 'infra/staging/a.yaml': 'resources: []\n' });
  await world.call('POST', '/applications?validate=false', {
    metadata: { name: 'shown' },
    spec: {
      project: 'ml-churn',
      source: {
        repoURL: world.repoURL,
        path: 'infra/<b>',
        targetRevision: 'main',
      },
      destination: { name: 'in-cluster', namespace: 'churn-x' },
    },
  });
});

afterAll(() => world.stop());

describe('who asks', () => {
  const asBackstage = (method: string, url: string, body?: unknown) =>
    world.call(method, url, body, 'known-token');

  it('registers with the least role, and may do no more', async () => {
    const project = { metadata: { name: 'ml-least' }, spec: {} };
    const created = await asBackstage('POST', '/projects', { project });
    expect(created.status).toBe(200);
    const upsert = await asBackstage('POST', '/projects', {
      project: { ...project, spec: { description: 'x' } },
      upsert: true,
    });
    expect(upsert).toMatchObject({
      status: 403,
      json: {
        code: 7,
        message: expect.stringMatching(
          /^permission denied: projects, update, ml-least, sub: backstage, iat: \d{4}-/,
        ),
      },
    });
    expect((await asBackstage('GET', '/projects/ml-least')).status).toBe(403);
  });

  it.each([
    ['projects/create/ml-x', 'yes'],
    ['projects/create/x', 'no'],
    ['applicationsets/create/ml-x%2Fml-x', 'yes'],
    ['repositories/create/ml-x%2Fhttp%3A%2F%2Fhost%2Fx', 'no'],
  ])('answers whether it may %s: %s', async (question, value) => {
    expect(await asBackstage('GET', `/account/can-i/${question}`)).toEqual({
      status: 200,
      json: { value },
    });
  });

  it('logs in with a password', async () => {
    const { json } = await world.call('POST', '/session', {
      username: 'admin',
      password: 'admin-password',
    });
    const user = await world.call(
      'GET',
      '/session/userinfo',
      undefined,
      json.token,
    );
    expect(user.json).toEqual({
      loggedIn: true,
      username: 'admin',
      iss: 'argocd',
    });
  });

  it('refuses a token whose time is over', async () => {
    const { json } = await world.call('POST', '/account/backstage/token', {
      id: 'short',
      expiresIn: 1,
    });
    const later = Date.now() + 5000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    const answer = await world.call('GET', '/projects', undefined, json.token);
    clock.mockRestore();
    expect(answer).toMatchObject({
      status: 401,
      json: {
        code: 16,
        message: 'invalid session: token has invalid claims: token is expired',
      },
    });
  });
});

describe('a request', () => {
  it('of another type than JSON is refused, as a page elsewhere would send it', async () => {
    const response = await fetch(`${world.url}/api/v1/projects`, {
      method: 'POST',
      body: '{}',
    });
    expect(response.status).toBe(415);
  });

  it('with too large a body is refused', async () => {
    const { status, json } = await world.call('POST', '/projects', {
      project: { metadata: { name: 'x'.repeat(1024 * 1024) } },
    });
    expect([status, json.code]).toEqual([400, 3]);
  });

  it.each([
    ['/nope', 404, 5],
    ['/applications/%', 400, 3],
    ['/applicationsets/nope', 404, 5],
  ])('for %s is answered %d', async (url, status, code) => {
    const answer = await world.call('GET', url);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it.each([
    ['nope', /^invalid JSON/],
    ['[]', /^json: cannot unmarshal/],
    ['{"project": {"metadata": {"name": 1}}}', /metadata\.name/],
  ])('with the body %s is told why not', async (body, words) => {
    const response = await fetch(`${world.url}/api/v1/projects`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${world.argoCd?.createToken('admin')}`,
      },
      body,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 3,
      message: expect.stringMatching(words),
    });
  });
});

describe('pages', () => {
  it.each(['/applications/argocd/shown', '/applications/shown'])(
    '%s says what it is, and that it is simulated',
    async url => {
      const response = await fetch(world.url + url);
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toContain(
        "default-src 'none'",
      );
      for (const text of [
        'shown',
        'ml-churn',
        world.repoURL,
        'infra/&lt;b&gt;',
        'in-cluster, namespace churn-x',
        'Demo: this Argo CD is simulated',
      ]) {
        expect(html).toContain(text);
      }
    },
  );

  it.each([
    ['/applications', true],
    ['/applications?proj=ml-churn', true],
    ['/applications?proj=other', false],
  ])('%s lists it: %s', async (url, expected) => {
    const html = await (await fetch(world.url + url)).text();
    expect(html.includes('/applications/argocd/shown')).toBe(expected);
  });

  it('says of an unknown application that it is not here', async () => {
    const response = await fetch(`${world.url}/applications/argocd/%3Cb%3E`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('&lt;b&gt; is not here');
  });
});

it('keeps what it stores from other users of this machine', async () => {
  await world.call('POST', '/repositories', {
    repo: world.repoURL,
    project: 'ml-churn',
    username: 'demo',
    password: 'demo-password',
  });
  const directory = path.join(world.folder, 'argocd');
  const stored = fs.readdirSync(path.join(directory, 'repositories'));
  expect(stored).toHaveLength(1);
  for (const file of ['identity.json', `repositories/${stored[0]}`]) {
    expect(fs.statSync(path.join(directory, file)).mode & 0o077).toBe(0);
  }
});

it('met no error of its own', () => {
  expect(world.errors).toEqual([]);
});
