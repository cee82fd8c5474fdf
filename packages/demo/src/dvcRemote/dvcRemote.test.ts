import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { LoopbackServer } from '../http/listenOnLoopback';
import { startDvcRemote } from './startDvcRemote';

const authorization = `Basic ${btoa('demo:demo-password')}`;
const bytes = Buffer.from('step,value\n1,2\n');
const md5Of = (data: Buffer) => createHash('md5').update(data).digest('hex');
const pathOf = (md5: string, suffix = '') =>
  `/fraud/files/md5/${md5.slice(0, 2)}/${md5.slice(2)}${suffix}`;

let folder: string;
let remote: LoopbackServer;
const errors: unknown[] = [];

function send(
  method: string,
  url: string,
  body?: Buffer,
  headers: Record<string, string> = { authorization },
) {
  return fetch(remote.url + url, {
    method,
    headers,
    body: body && new Uint8Array(body),
  });
}

const files = () =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile());

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'remote with space '));
  remote = await startDvcRemote({
    directory: folder,
    port: 0,
    username: 'demo',
    password: 'demo-password',
    maxBytes: 1_000_000,
    onError: error => errors.push(error),
  });
});

afterEach(async () => {
  await remote.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('startDvcRemote', () => {
  it.each(['POST', 'PUT'])(
    'gives everybody what was written by %s',
    async method => {
      const url = pathOf(md5Of(bytes));
      expect((await send('HEAD', url, undefined, {})).status).toBe(404);
      expect((await send(method, url, bytes)).status).toBe(201);
      expect((await send(method, url, bytes)).status).toBe(200);
      const head = await send('HEAD', url, undefined, {});
      expect(head.status).toBe(200);
      expect(head.headers.get('content-length')).toBe(String(bytes.length));
      const got = await send('GET', url, undefined, {});
      expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true);
    },
  );

  it('keeps a listing by the md5 of its bytes', async () => {
    const listing = Buffer.from('[{"md5": "a", "relpath": "b"}]');
    const url = pathOf(md5Of(listing), '.dir');
    expect((await send('POST', url, listing)).status).toBe(201);
    expect(await (await send('GET', url)).text()).toBe(listing.toString());
  });

  it.each([
    [{}],
    [{ authorization: `Basic ${btoa('demo:other')}` }],
    [{ authorization: 'Bearer x' }],
  ])('lets nobody else write: %j', async headers => {
    const response = await send('POST', pathOf(md5Of(bytes)), bytes, headers);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(files()).toEqual([]);
  });

  it('refuses bytes that have another md5 than their path', async () => {
    const response = await send('POST', pathOf('0'.repeat(32)), bytes);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(md5Of(bytes));
    expect(files()).toEqual([]);
  });

  it('refuses an object that is too large, and keeps nothing of it', async () => {
    const large = randomBytes(1_000_001);
    const response = await send('POST', pathOf(md5Of(large)), large);
    expect(response.status).toBe(413);
    expect(files()).toEqual([]);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const url = pathOf(md5Of(bytes));
    await new Promise<void>(resolve => {
      const request = http.request(remote.url + url, {
        method: 'POST',
        headers: { authorization, 'content-length': bytes.length },
      });
      request.on('error', () => resolve());
      request.write(bytes.subarray(0, 4), () => request.destroy());
    });
    expect((await send('HEAD', url)).status).toBe(404);
    while (files().length > 0) await new Promise(setImmediate);
  });

  it.each(['DELETE', 'PATCH'])('knows no %s', async method => {
    expect((await send(method, pathOf(md5Of(bytes)))).status).toBe(405);
  });

  it.each(['/', '/fraud', '/fraud/..%2f..%2fsecret', '/.incoming/x'])(
    'has nothing at %s',
    async url => {
      expect((await send('GET', url)).status).toBe(404);
      expect((await send('PUT', url, bytes)).status).toBe(404);
    },
  );

  it('drops what an earlier process left half-written', async () => {
    fs.writeFileSync(path.join(folder, '.incoming', 'x'), 'half');
    const second = await startDvcRemote({
      directory: folder,
      port: 0,
      username: 'demo',
      password: 'demo-password',
      onError: error => errors.push(error),
    });
    await second.close();
    expect(files()).toEqual([]);
  });
});

it('answered all of this without an error of its own', () => {
  expect(errors).toEqual([]);
});
