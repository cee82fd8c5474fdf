import fs from 'node:fs';
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
