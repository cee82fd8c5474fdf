import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { RunningForge, startForge } from './startForge';

const account = { username: 'demo', password: 'demo-password' };
const basic = `Basic ${Buffer.from('demo:demo-password').toString('base64')}`;

// The first commit and tag of a repository of which the answers of a real
// Gitea 1.26.0 were recorded: the same content at the same time by the same
// author has the same oids.
const catalogInfo =
  'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: fraud}\n';
const catalogInfoOid = '45dd20f49c796df30b6481b91c82a33990b5ef6b';
const firstCommit = '6a517488a59a47937526fec91b3c192143c2cd55';
const tagOid = 'e73c306bc4802798a73a339f31d3e354bfaf3df0';

let folder: string;
let work: string;
let forge: RunningForge;
let head: string;
const errors: unknown[] = [];

const recordedAt = '2026-11-21T09:51:01Z';
const execute = promisify(execFile);

async function git(...args: string[]): Promise<string> {
  const { stdout } = await execute('git', ['-C', work, ...args], {
    timeout: 20_000,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_AUTHOR_NAME: 'demo',
      GIT_AUTHOR_EMAIL: 'demo@example.org',
      GIT_AUTHOR_DATE: recordedAt,
      GIT_COMMITTER_NAME: 'demo',
      GIT_COMMITTER_EMAIL: 'demo@example.org',
      GIT_COMMITTER_DATE: recordedAt,
    },
  });
  return stdout.trim();
}

const remote = (name: string, userinfo = 'demo:demo-password@') =>
  forge.url.replace('http://', `http://${userinfo}`).concat(`/${name}.git`);

const get = (url: string, headers: Record<string, string> = {}) =>
  fetch(forge.url + url, { headers, redirect: 'manual' });

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
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forge with space '));
  work = path.join(folder, 'work');
  fs.mkdirSync(work);
  forge = await startForge({
    directory: path.join(folder, 'forge'),
    port: 0,
    organisations: ['ml'],
    account,
    onError: error => errors.push(error),
  });
  await git('init', '--quiet', '--initial-branch=main');
  fs.writeFileSync(path.join(work, 'catalog-info.yaml'), catalogInfo);
  fs.mkdirSync(path.join(work, 'infra', 'staging'), { recursive: true });
  fs.writeFileSync(
    path.join(work, 'infra', 'staging', 'kustomization.yaml'),
    'resources: []\n',
  );
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'first');
  await git('tag', '-a', 'fraud@v1.0.0', '-m', 'v1.0.0');
  fs.mkdirSync(path.join(work, 'data'));
  fs.writeFileSync(path.join(work, 'data', 'a<b>.txt'), '<script>1</script>\n');
  fs.writeFileSync(path.join(work, 'data', 'bytes'), Buffer.from([1, 0, 2]));
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'second');
  await git('push', '--quiet', remote('ml/fraud'), 'main', '--tags');
  head = await git('rev-parse', 'HEAD');
});

afterAll(async () => {
  await forge.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

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
    expect(fs.existsSync(path.join(folder, 'forge', 'nobody'))).toBe(false);
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
    fs.writeFileSync(path.join(work, 'large.bin'), large);
    await git('checkout', '--quiet', '-b', 'large');
    await git('add', 'large.bin');
    await git('commit', '--quiet', '-m', 'large');
    await git('push', '--quiet', remote('ml/large'), 'large');
    await git('checkout', '--quiet', 'main');
    const clone = path.join(folder, 'clone');
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
    expect(await response.json()).toEqual({
      name: 'catalog-info.yaml',
      path: 'catalog-info.yaml',
      sha: catalogInfoOid,
      type: 'file',
      size: 74,
      encoding: 'base64',
      content: Buffer.from(catalogInfo).toString('base64'),
    });
  });

  it.each([
    '/api/v1/repos/ml/fraud/contents/nope.yaml?ref=main',
    '/api/v1/repos/ml/fraud/contents/data?ref=main',
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
    expect(await response.json()).toEqual({ sha: head });
  });

  it.each(['fraud@v1.0.0', firstCommit])('resolves %s', async ref => {
    const response = await get(`/api/v1/repos/ml/fraud/git/commits/${ref}`);
    expect(await response.json()).toEqual({ sha: firstCommit });
  });

  it('packs a commit below one folder', async () => {
    const response = await get('/api/v1/repos/ml/fraud/archive/main.tar.gz');
    expect(response.headers.get('content-type')).toBe(
      'application/octet-stream',
    );
    const archive = path.join(folder, 'archive.tar.gz');
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

describe('pages', () => {
  it('lists a folder with links, and leads a repository to its branch', async () => {
    const root = await get('/ml/fraud');
    expect(root.headers.get('location')).toBe('/ml/fraud/src/branch/main');
    const text = await (await get('/ml/fraud/src/branch/main/data')).text();
    expect(text).toContain(
      'href="/ml/fraud/src/branch/main/data/a%3Cb%3E.txt"',
    );
  });

  it('shows a file as text and never as markup', async () => {
    const response = await get('/ml/fraud/src/branch/main/data/a%3Cb%3E.txt');
    const text = await response.text();
    expect(text).toContain('&lt;script&gt;1&lt;/script&gt;');
    expect(text).not.toContain('<script>');
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
  });

  it('shows a file of a commit with a place to link each line to', async () => {
    const response = await get(
      `/ml/fraud/src/commit/${firstCommit}/catalog-info.yaml`,
    );
    expect(await response.text()).toContain(
      '<span id="L2">kind: Component</span>',
    );
  });

  it('shows a commit', async () => {
    const response = await get(`/ml/fraud/commit/${firstCommit}`);
    const text = await response.text();
    expect(text).toContain(`commit ${firstCommit}`);
    expect(text).toContain('+kind: Component');
    expect((await get('/ml/fraud/commit/0000000')).status).toBe(404);
  });

  it('says of a binary file how large it is', async () => {
    const response = await get('/ml/fraud/src/branch/main/data/bytes');
    expect(await response.text()).toContain('A binary file of 3 bytes.');
  });

  it('knows no page of a branch that is not there', async () => {
    expect((await get('/ml/fraud/src/branch/nope')).status).toBe(404);
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
    expect((await get('/ml/fraud')).status).toBe(302);
  });
});

it('answered all of this without an error of its own', () => {
  expect(errors).toEqual([]);
});
