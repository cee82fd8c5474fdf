import { openAsBlob, promises as fs } from 'node:fs';
import http from 'node:http';
import { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { DvcRemoteClient } from './DvcRemoteClient';

const HASH = { algorithm: 'md5', value: 'a304afb96060aad90176268345e10355' };
const PATH = '/files/md5/a3/04afb96060aad90176268345e10355';

describe('DvcRemoteClient', () => {
  let server: http.Server;
  let url: string;
  let seen: { method?: string; url?: string; authorization?: string }[];
  let answer: (response: http.ServerResponse) => void;

  beforeEach(async () => {
    seen = [];
    server = http.createServer((request, response) => {
      const { method, headers } = request;
      seen.push({
        method,
        url: request.url,
        authorization: headers.authorization,
      });
      answer(response);
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(
    () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );

  const ask = (credentials: { username?: string; password?: string } = {}) =>
    new DvcRemoteClient({
      fetch,
      timeoutMs: 300,
      rules: [
        {
          urlPrefix: `${url}/`,
          username: undefined,
          password: undefined,
          ...credentials,
        },
      ],
    }).headObject(url, HASH);

  it.each([
    [200, 'present'],
    [404, 'absent'],
    [401, 'failed'],
    [403, 'failed'],
    [302, 'failed'],
    [500, 'failed'],
  ])('takes %d for %s', async (status, expected) => {
    answer = response =>
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
    expect(await ask()).toMatchObject({ status: expected });
    expect(seen).toEqual([
      { method: 'HEAD', url: PATH, authorization: undefined },
    ]);
  });

  it('sends the credentials of the rule', async () => {
    answer = response => response.end();
    await ask({ username: 'u', password: 'p' });
    expect(seen[0].authorization).toBe(
      `Basic ${Buffer.from('u:p').toString('base64')}`,
    );
  });

  it('gives up on a remote that never answers', async () => {
    answer = () => {};
    expect(await ask()).toEqual({
      status: 'failed',
      message: 'The remote did not answer within 0.3 s.',
    });
  });

  it('says why a remote can not be reached', async () => {
    const rules = [
      {
        urlPrefix: 'http://127.0.0.1:1/',
        username: undefined,
        password: undefined,
      },
    ];
    const client = new DvcRemoteClient({ fetch, rules });
    expect(await client.headObject('http://127.0.0.1:1/', HASH)).toMatchObject({
      status: 'failed',
    });
  });

  it('contacts nothing that configuration does not list', async () => {
    const client = new DvcRemoteClient({ fetch, rules: [] });
    expect(await client.headObject(url, HASH)).toEqual({
      status: 'not-asked',
      message: expect.stringContaining('gitopsMl.dvc.remotes[].urlPrefix'),
    });
    expect(await client.headObject('s3://bucket', HASH)).toMatchObject({
      status: 'not-asked',
    });
    expect(seen).toEqual([]);
  });

  describe('putObject', () => {
    const CONTENT = new Blob(['a,b']);
    const put = (
      credentials: { username?: string; password?: string } = {
        username: 'u',
        password: 'p',
      },
      method?: 'POST' | 'PUT',
    ) =>
      new DvcRemoteClient({
        fetch,
        timeoutMs: 300,
        rules: [
          {
            urlPrefix: `${url}/`,
            username: credentials.username,
            password: credentials.password,
          },
        ],
      }).putObject(url, { hash: HASH, content: CONTENT, method });
    const methods = () => seen.map(({ method }) => method);
    const afterHead = (status: number) => (response: http.ServerResponse) =>
      response.writeHead(seen.length === 1 ? 404 : status).end();

    it('sends nothing that is there already', async () => {
      answer = response => response.end();
      expect(await put()).toEqual({ status: 'present' });
      expect(methods()).toEqual(['HEAD']);
    });

    it.each([undefined, 'PUT' as const])(
      'sends what is absent with the credentials of the rule (%s)',
      async method => {
        answer = afterHead(200);
        expect(await put(undefined, method)).toEqual({ status: 'pushed' });
        expect(seen[1]).toEqual({
          method: method ?? 'POST',
          url: PATH,
          authorization: `Basic ${Buffer.from('u:p').toString('base64')}`,
        });
      },
    );

    it('sends nothing without credentials, since a remote may be open by mistake', async () => {
      answer = afterHead(200);
      expect(await put({})).toMatchObject({ status: 'not-allowed' });
      expect(methods()).toEqual(['HEAD']);
    });

    it.each([
      [401, 'not-allowed'],
      [403, 'not-allowed'],
      [405, 'not-allowed'],
      [307, 'failed'],
      [500, 'failed'],
    ])('takes %d for %s', async (status, expected) => {
      answer = afterHead(status);
      expect(await put()).toMatchObject({ status: expected });
      expect(methods()).toEqual(['HEAD', 'POST']);
    });

    it('follows no redirect, which could lead to another host', async () => {
      answer = response =>
        response
          .writeHead(seen.length === 1 ? 404 : 307, {
            location: `${url}/other`,
          })
          .end();
      expect(await put()).toEqual({
        status: 'failed',
        message: 'The remote redirects, which is not followed.',
      });
      expect(methods()).toEqual(['HEAD', 'POST']);
    });

    it('reads a large file while it sends it', async () => {
      const size = 192 * 1024 * 1024;
      const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'gitops-ml-'));
      const file = path.join(folder, 'large');
      await fs.writeFile(file, '');
      await fs.truncate(file, size);
      let received = 0;
      server.removeAllListeners('request');
      server.on('request', (request, response) => {
        request.on('data', chunk => {
          received += chunk.length;
        });
        request.on('end', () =>
          response.writeHead(request.method === 'HEAD' ? 404 : 200).end(),
        );
      });
      const held = () => process.memoryUsage().arrayBuffers;
      const before = held();
      let most = 0;
      const timer = setInterval(() => {
        most = Math.max(most, held() - before);
      }, 5);
      const rules = [{ urlPrefix: `${url}/`, username: 'u', password: 'p' }];
      const content = await openAsBlob(file);
      const pushed = await new DvcRemoteClient({ fetch, rules }).putObject(
        url,
        {
          hash: HASH,
          content,
        },
      );
      clearInterval(timer);
      await fs.rm(folder, { recursive: true });
      expect(pushed).toEqual({ status: 'pushed' });
      expect(received).toBe(size);
      expect(most).toBeLessThan(size / 2);
    });

    it('contacts nothing that configuration does not list', async () => {
      const client = new DvcRemoteClient({ fetch, rules: [] });
      const upload = { hash: HASH, content: CONTENT };
      expect(await client.putObject(url, upload)).toMatchObject({
        status: 'not-allowed',
      });
      expect(seen).toEqual([]);
    });
  });
});
