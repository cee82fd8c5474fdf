import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  catalogInfo,
  startTestForge,
  TestForge,
} from './__testUtils__/startTestForge';

// The first commit and tag of a repository of which the answers of a real
// Gitea 1.26.0 were recorded.
const catalogInfoOid = '45dd20f49c796df30b6481b91c82a33990b5ef6b';
const firstCommit = '6a517488a59a47937526fec91b3c192143c2cd55';
const tagOid = 'e73c306bc4802798a73a339f31d3e354bfaf3df0';

let forge: TestForge;
let basic: string;
let head: string;

const git = (...args: string[]) => forge.work.git(...args);
const remote: TestForge['remote'] = (...args) => forge.remote(...args);
const get: TestForge['get'] = (...args) => forge.get(...args);

/** Sends a path as it is, where fetch would tidy it. */
function getRaw(rawPath: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port: forge.port, path: rawPath }, response => {
        response.resume();
        resolve(response.statusCode);
      })
      .on('error', reject);
  });
}

beforeAll(async () => {
  forge = await startTestForge();
  basic = forge.authorization;
  head = forge.head;
});

afterAll(() => forge.close());

describe('git over HTTP', () => {
  it('gives everybody what the account pushed, tags included', async () => {
    const refs = await git('ls-remote', remote('ml/fraud', ''));
    expect(refs).toContain(`${head}\tHEAD`);
    expect(refs).toContain(`${head}\trefs/heads/main`);
    expect(refs).toContain(`${tagOid}\trefs/tags/fraud@v1.0.0`);
    expect(refs).toContain(`${firstCommit}\trefs/tags/fraud@v1.0.0^{}`);
  });

  it('speaks protocol version 2', async () => {
    const response = await get(
      '/ml/fraud.git/info/refs?service=git-upload-pack',
      { 'git-protocol': 'version=2' },
    );
    expect(await response.text()).toContain('version 2');
  });

  it('reads a request that the client compressed', async () => {
    const listing = '0014command=ls-refs\n0000';
    const response = await fetch(`${forge.url}/ml/fraud.git/git-upload-pack`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-git-upload-pack-request',
        'content-encoding': 'gzip',
        'git-protocol': 'version=2',
      },
      body: new Uint8Array(gzipSync(listing)),
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`${head} refs/heads/main`);
  });

  it('asks who pushes, and refuses who says it wrongly', async () => {
    const url = '/ml/fraud.git/info/refs?service=git-receive-pack';
    const anonymous = await get(url);
    expect(anonymous.status).toBe(401);
    expect(anonymous.headers.get('www-authenticate')).toMatch(/^Basic /);
    const wrong = { authorization: `Basic ${btoa('demo:other')}` };
    expect((await get(url, wrong)).status).toBe(401);
    expect((await get(url, { authorization: basic })).status).toBe(200);
    await expect(
      git('push', remote('ml/fraud', 'demo:other@'), 'main'),
    ).rejects.toThrow(/Authentication failed|could not read/);
  });

  it('refuses a pack from somebody unknown', async () => {
    const response = await fetch(`${forge.url}/ml/fraud.git/git-receive-pack`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-git-receive-pack-request' },
      body: '0000',
    });
    expect(response.status).toBe(401);
  });

  it('creates no repository outside its organisations', async () => {
    await expect(git('push', remote('nobody/fraud'), 'main')).rejects.toThrow(
      /not found/,
    );
    expect(fs.existsSync(path.join(forge.folder, 'forge', 'nobody'))).toBe(
      false,
    );
  });

  it('makes the first pushed branch the default where there is no main', async () => {
    await git('push', '--quiet', remote('ml/older'), 'main:master');
    expect(
      await git('ls-remote', '--symref', remote('ml/older', ''), 'HEAD'),
    ).toContain('ref: refs/heads/master\tHEAD');
  });

  it('takes a push of several megabytes and gives it back', async () => {
    const large = Buffer.alloc(6_000_000);
    for (let i = 0; i < large.length; i += 4)
      large.writeInt32LE((i * 48271) % 2147483647, i);
    forge.work.write({ 'large.bin': large });
    await git('checkout', '--quiet', '-b', 'large');
    await git('add', 'large.bin');
    await git('commit', '--quiet', '-m', 'large');
    await git('push', '--quiet', remote('ml/large'), 'large');
    await git('checkout', '--quiet', 'main');
    const clone = path.join(forge.folder, 'clone');
    await git('clone', '--quiet', remote('ml/large', ''), clone);
    expect(fs.readFileSync(path.join(clone, 'large.bin')).equals(large)).toBe(
      true,
    );
  });
});

describe("the calls of Gitea's API, as the recording has them", () => {
  it('gives a file', async () => {
    const response = await get(
      '/api/v1/repos/ml/fraud/contents/catalog-info.yaml?ref=main',
      { authorization: basic.replace('Basic', 'basic') },
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      path: 'catalog-info.yaml',
      sha: catalogInfoOid,
      last_commit_sha: firstCommit,
      encoding: 'base64',
      content: Buffer.from(catalogInfo).toString('base64'),
    });
  });

  it.each([
    '/api/v1/repos/ml/fraud/contents/nope.yaml?ref=main',
    '/api/v1/repos/ml/fraud/contents/data/nope?ref=main',
    '/api/v1/repos/ml/fraud/contents/catalog-info.yaml?ref=nope',
    '/api/v1/repos/ml/fraud/contents/catalog-info.yaml?ref=--output=x',
    '/api/v1/repos/ml/fraud/contents/catalog-info.yaml?ref=main:data',
    '/api/v1/repos/ml/nope/contents/catalog-info.yaml?ref=main',
    '/api/v1/repos/ml/fraud/git/commits/nope',
    '/api/v1/repos/ml/fraud/git/commits/HEAD%5E%7B%2Ffirst%7D',
    '/api/v1/repos/ml/fraud/archive/nope.tar.gz',
  ])('answers 404 to %s', async url => {
    expect((await get(url)).status).toBe(404);
  });

  it.each(['main', 'HEAD'])('resolves %s to the newest commit', async ref => {
    const response = await get(`/api/v1/repos/ml/fraud/git/commits/${ref}`);
    expect(await response.json()).toMatchObject({ sha: head });
  });

  it.each(['fraud@v1.0.0', firstCommit])('resolves %s', async ref => {
    const response = await get(`/api/v1/repos/ml/fraud/git/commits/${ref}`);
    expect(await response.json()).toMatchObject({ sha: firstCommit });
  });

  it('packs a commit below one folder', async () => {
    const response = await get('/api/v1/repos/ml/fraud/archive/main.tar.gz');
    expect(response.headers.get('content-type')).toBe(
      'application/octet-stream',
    );
    const archive = path.join(forge.folder, 'archive.tar.gz');
    fs.writeFileSync(archive, Buffer.from(await response.arrayBuffer()));
    const names = execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' });
    expect(names.split('\n')).toContain('fraud/catalog-info.yaml');
    expect(names.split('\n').every(name => /^(fraud\/|$)/.test(name))).toBe(
      true,
    );
  });

  it('refuses a wrong password even for what everybody may read', async () => {
    const response = await get('/api/v1/repos/ml/fraud/git/commits/main', {
      authorization: `Basic ${btoa('demo:other')}`,
    });
    expect(response.status).toBe(401);
  });
});

describe('a repository that is private', () => {
  beforeAll(async () => {
    await forge.post('/api/v1/orgs/ml/repos', {
      name: 'hidden',
      private: true,
    });
    await git('push', '--quiet', remote('ml/hidden'), 'main');
  });

  it.each([
    '/ml/hidden',
    '/ml/hidden/src/branch/main',
    '/ml/hidden/raw/branch/main/README.md',
    '/api/v1/repos/ml/hidden',
    '/api/v1/repos/ml/hidden/contents/README.md',
  ])('is not there for anybody but the account: %s', async url => {
    expect((await get(url)).status).toBe(404);
    expect((await get(url, { authorization: basic })).status).toBe(200);
  });

  it('is in no list, and asks git who it is', async () => {
    for (const url of ['/ml', '/api/v1/orgs/ml/repos']) {
      expect(await (await get(url)).text()).not.toContain('hidden');
      const all = await get(url, { authorization: basic });
      expect(await all.text()).toContain('hidden');
    }
    const refs = '/ml/hidden.git/info/refs?service=git-upload-pack';
    expect((await get(refs)).status).toBe(401);
  });
});

describe('what only the account may do', () => {
  it.each([
    ['POST', '/api/v1/orgs'],
    ['POST', '/api/v1/orgs/ml/repos'],
    ['DELETE', '/api/v1/repos/ml/fraud'],
    ['GET', '/api/v1/repos/ml/fraud/hooks'],
    ['POST', '/api/v1/repos/ml/fraud/hooks'],
    ['DELETE', '/api/v1/repos/ml/fraud/hooks/1'],
    ['POST', '/api/v1/repos/ml/fraud/contents/x'],
  ])('%s %s', async (method, url) => {
    const response = await fetch(forge.url + url, { method });
    expect(response.status).toBe(401);
  });
});

describe('a call that makes no sense', () => {
  it.each([
    ['/orgs', '{', 400],
    ['/orgs', '{"username": 7}', 422],
    ['/orgs', '{"username": "../x"}', 422],
    ['/orgs', '{"username": "api"}', 422],
    ['/orgs', '{"username": "demo"}', 422],
    ['/orgs/nobody/repos', '{"name": "x"}', 404],
    ['/repos/ml/fraud/hooks', '{"type": "slack", "config": {}}', 422],
    [
      '/repos/ml/fraud/hooks',
      '{"type":"gitea","config":{"url":"file:///etc/passwd","content_type":"json"}}',
      422,
    ],
    ['/repos/ml/fraud/contents/README.md', '{"content": ""}', 422],
    ['/repos/ml/fraud/contents/.git/config', '{"content": "aGk="}', 422],
    ['/repos/ml/fraud/contents/x', '{"content": "%%"}', 422],
    ['/repos/ml/fraud/contents/x', '{"content": "", "branch": "-x"}', 422],
  ])('POST %s %s is refused with %d', async (url, body, status) => {
    const response = await forge.post(`/api/v1${url}`, body);
    expect(response.status).toBe(status);
  });
});

describe('what the forge knows', () => {
  it('is there after it was started again', async () => {
    const directory = path.join(forge.folder, 'second forge');
    const start = () => forge.startSecond(directory);
    const first = await start();
    const post = (url: string, body: unknown) =>
      fetch(first.url + url, {
        method: 'POST',
        headers: { authorization: basic },
        body: JSON.stringify(body),
      });
    await post('/api/v1/orgs/ml/repos', { name: 'kept', description: 'why' });
    await post('/api/v1/repos/ml/kept/hooks', {
      type: 'gitea',
      config: { url: 'http://localhost:1/', content_type: 'json', secret: 's' },
    });
    await first.close();
    const second = await start();
    const ask = async (url: string) =>
      (
        await fetch(second.url + url, { headers: { authorization: basic } })
      ).json();
    expect(await ask('/api/v1/repos/ml/kept')).toMatchObject({
      description: 'why',
      empty: true,
    });
    expect(await ask('/api/v1/repos/ml/kept/hooks')).toMatchObject([
      { config: { url: 'http://localhost:1/' }, events: ['push'] },
    ]);
    await second.close();
  });
});

describe('a hostile path', () => {
  it.each([
    '/../../../etc/passwd',
    '/ml/../../secret.git/info/refs?service=git-upload-pack',
    '/ml/%2e%2e/info/refs?service=git-receive-pack',
    '/ml/..%2f..%2fx.git/git-receive-pack',
    '/ml/fraud/src/branch/main/..%2f..%2f..%2fHEAD',
  ])('leads nowhere: %s', async rawPath => {
    expect(await getRaw(rawPath)).toBe(404);
  });
});

describe('where it listens', () => {
  it('answers on loopback only', async () => {
    const others = Object.values(os.networkInterfaces())
      .flat()
      .filter(
        address => address && !address.internal && address.family === 'IPv4',
      );
    for (const address of others) {
      await expect(
        fetch(`http://${address?.address}:${forge.port}/ml/fraud`),
      ).rejects.toThrow();
    }
    expect((await get('/ml/fraud')).status).toBe(200);
  });
});

it('answered all of this without an error of its own', () => {
  expect(forge.errors).toEqual([]);
});
