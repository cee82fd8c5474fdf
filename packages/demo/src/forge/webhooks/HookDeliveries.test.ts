import { createHmac } from 'node:crypto';
import http from 'node:http';
import { listenOnLoopback, LoopbackServer } from '../../http/listenOnLoopback';
import { HookDeliveries } from './HookDeliveries';

const payload = { ref: 'refs/heads/main' };

let receiver: LoopbackServer;
let statuses: (number | 'hang')[];
let bodies: string[];
let signatures: unknown[];
let errors: unknown[];
let deliveries: HookDeliveries;

jest.setTimeout(30_000);

const send = (url = `${receiver.url}/hook`) =>
  deliveries.send(
    { url, secret: 'hook-secret', target: 'repository' },
    'push',
    payload,
  );

async function until(isTrue: () => boolean) {
  const end = Date.now() + 20_000;
  while (!isTrue() && Date.now() < end) await new Promise(setImmediate);
  expect(isTrue()).toBe(true);
}

beforeEach(async () => {
  statuses = [];
  bodies = [];
  signatures = [];
  errors = [];
  receiver = await listenOnLoopback(0, () => (request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', () => {
      bodies.push(body);
      signatures.push(request.headers['x-gitea-signature']);
      const status = statuses.shift() ?? 200;
      if (status !== 'hang') response.writeHead(status).end();
    });
  });
  deliveries = new HookDeliveries(error => errors.push(error), {
    timeoutMs: 100,
    retryMs: [1, 1],
  });
});

afterEach(async () => {
  await deliveries.close();
  await receiver.close();
});

describe('HookDeliveries', () => {
  it('signs the bytes that it sends', async () => {
    send();
    await until(() => bodies.length === 1);
    expect(JSON.parse(bodies[0] ?? '')).toEqual(payload);
    expect(signatures).toEqual([
      createHmac('sha256', 'hook-secret')
        .update(bodies[0] ?? '')
        .digest('hex'),
    ]);
  });

  it.each([[[500]], [['hang' as const, 503]]])(
    'tries again after %j',
    async answers => {
      statuses = [...answers];
      send();
      await until(() => bodies.length === answers.length + 1);
      await deliveries.close();
      expect(errors).toEqual([]);
    },
  );

  it('gives up in the end, and says why', async () => {
    statuses = [500, 500, 500, 200];
    send();
    await until(() => errors.length === 1);
    expect(bodies).toHaveLength(3);
    expect(String(errors[0])).toContain('it answers 500');
  });

  it.each([403, 302])('asks no second time after a %d', async status => {
    statuses = [status];
    send();
    await until(() => errors.length === 1);
    expect(bodies).toHaveLength(1);
  });

  it('says that nobody is there', async () => {
    const unused = http.createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => unused.once('listening', resolve));
    const address = unused.address();
    await new Promise(resolve => unused.close(resolve));
    if (address === null || typeof address === 'string') throw new Error();
    send(`http://127.0.0.1:${address.port}/`);
    await until(() => errors.length === 1);
    expect(String(errors[0])).toContain('ECONNREFUSED');
  });

  it('tells nobody outside this machine', async () => {
    send('http://192.0.2.1/hook');
    await until(() => errors.length === 1);
    expect(String(errors[0])).toContain('not on this machine');
  });

  it('ends at once when it is closed', async () => {
    statuses = ['hang'];
    send();
    await until(() => bodies.length === 1);
    await deliveries.close();
    expect(errors).toEqual([]);
  });
});
