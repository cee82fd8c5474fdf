import fs from 'node:fs';
import { get } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { GitFolder } from './forge/__testUtils__/GitFolder';
import { HookReceiver, receiveHooks } from './forge/__testUtils__/receiveHooks';
import { listenOnLoopback } from './http/listenOnLoopback';
import { startWorld, World } from './world';

let folder: string;
let backstage: HookReceiver;
let world: World;
const errors: unknown[] = [];

const start = (ports = { forge: 0, argocd: 0, dvcRemote: 0, cluster: 0 }) =>
  startWorld({
    directory: path.join(folder, 'world'),
    ports,
    backstageUrl: backstage.url,
    webhookSecret: 'hook-secret',
    onError: (server, error) => errors.push([server, error]),
  });

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'world with space '));
  backstage = await receiveHooks();
  world = await start();
});

afterEach(async () => {
  await world.close();
  await backstage.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('startWorld', () => {
  it('keeps everything below one folder', async () => {
    expect(fs.readdirSync(path.join(folder, 'world')).sort()).toEqual([
      'argocd',
      'cluster',
      'dvc-remote',
      'forge',
    ]);
  });

  it('tells Backstage of a push to a repository that just came', async () => {
    const work = new GitFolder(path.join(folder, 'work'));
    await work.git('init', '--quiet', '--initial-branch=main');
    work.write({ a: '1' });
    const head = await work.commit('first');
    const push = world.urls.forge.replace('//', '//demo:demo-password@');
    await work.git('push', '--quiet', `${push}/ml/fraud.git`, 'main');
    const received = await backstage.waitFor(2);
    expect(received.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({
        ref: 'refs/heads/main',
        after: head,
        repository: expect.objectContaining({
          clone_url: `${world.urls.forge}/ml/fraud.git`,
        }),
      }),
    );
    expect(errors).toEqual([]);
  });

  it('gives a token with which Argo CD answers', async () => {
    const ask = async (token: string) =>
      (
        await fetch(`${world.urls.argocd}/api/v1/applications`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    expect(await ask(world.argocdToken)).toBe(200);
    expect(await ask('other')).toBe(401);
  });

  describe('faults', () => {
    // A connection of its own each time: a kept one may just be breaking.
    const ask = (url: string, token?: string) =>
      new Promise<number | 'silence' | 'nobody'>(resolve => {
        const headers = token ? { authorization: `Bearer ${token}` } : {};
        const request = get(url, { agent: false, headers }, response => {
          resolve(response.resume().statusCode ?? 0);
        });
        request.on('error', () => resolve('nobody'));
        request.setTimeout(300, () => {
          resolve('silence');
          request.destroy();
        });
      });
    const addresses = {
      argocd: () => world.urls.argocd,
      cluster: () => `${world.urls.cluster}/readyz`,
      forge: () => world.urls.forge,
      'dvc-remote': () =>
        `${world.urls.dvcRemote}/fraud/files/md5/00/${'0'.repeat(30)}`,
    };

    it.each(Object.entries(addresses))(
      '%s: is away or silent while it is told to be, and then as before',
      async (server, address) => {
        const { faults } = world;
        const well = await ask(address());
        expect(well).toEqual(expect.any(Number));
        await faults.set(`${server}-hangs`, true);
        expect(await ask(address())).toBe('silence');
        await faults.set(`${server}-down`, true);
        expect(await ask(address())).toBe('nobody');
        await faults.set(`${server}-down`, false);
        expect(await ask(address())).toBe('silence');
        await faults.set(`${server}-hangs`, false);
        expect(await ask(address())).toBe(well);
      },
    );

    it('token-expired: Argo CD refuses the token that it took before', async () => {
      const { faults, urls, argocdToken } = world;
      const applications = `${urls.argocd}/api/v1/applications`;
      await faults.set('token-expired', true);
      expect(await ask(applications, argocdToken)).toBe(401);
      await faults.set('token-expired', false);
      expect(await ask(applications, argocdToken)).toBe(200);
    });

    it('are listed with their states', async () => {
      await world.faults.set('bad-model', true);
      const on = world.faults.list().filter(({ isOn }) => isOn);
      expect(on.map(({ name }) => name)).toEqual(['bad-model']);
    });

    it('have the names that there are', async () => {
      await expect(world.faults.set('toString', true)).rejects.toThrow(
        'There is no fault toString',
      );
    });
  });

  it('leaves nothing running where one of its ports is taken', async () => {
    const holder = await listenOnLoopback(0, () => (_, response) => {
      response.end();
    });
    const free = await listenOnLoopback(0, () => (_, response) => {
      response.end();
    });
    await free.close();
    await expect(
      start({
        forge: holder.port,
        argocd: 0,
        dvcRemote: free.port,
        cluster: 0,
      }),
    ).rejects.toThrow('EADDRINUSE');
    await holder.close();
    await expect(fetch(free.url)).rejects.toThrow();
  });
});
