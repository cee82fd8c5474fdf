import http from 'node:http';
import { AddressInfo } from 'node:net';
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
});
