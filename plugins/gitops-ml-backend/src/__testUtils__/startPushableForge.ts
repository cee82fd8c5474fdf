import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startForge } from '@gitops-ml/demo';

const execute = promisify(execFile);

/** The demo's forge, and a clone from which tests push to `ml/fraud`. */
export interface PushableForge {
  url: string;
  /** What the forge could not do. */
  errors: unknown[];
  /** Writes files, commits and pushes them; answers the commit. */
  push(files: Record<string, string>): Promise<string>;
  /** Has webhooks of `ml/fraud` sent somewhere. */
  addHook(url: string, secret: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts an empty forge. */
export async function startPushableForge(): Promise<PushableForge> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'gitops-ml-forge-'));
  const account = { username: 'demo', password: 'demo-password' };
  const errors: unknown[] = [];
  const forge = await startForge({
    directory: path.join(root, 'forge'),
    port: 0,
    organisations: ['ml'],
    account,
    onError: error => errors.push(error),
  });
  const clone = path.join(root, 'clone');
  const userinfo = `${account.username}:${account.password}`;
  const remote = forge.url.replace('//', `//${userinfo}@`);
  const git = async (...args: string[]) => {
    const { stdout } = await execute('git', ['-C', clone, ...args], {
      env: {
        PATH: process.env.PATH,
        HOME: root,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'a',
        GIT_AUTHOR_EMAIL: 'a@example.com',
        GIT_COMMITTER_NAME: 'a',
        GIT_COMMITTER_EMAIL: 'a@example.com',
      },
    });
    return stdout.trim();
  };
  await mkdir(clone);
  await git('init', '--quiet', '--initial-branch=main');
  return {
    url: forge.url,
    errors,
    async push(files) {
      for (const [name, content] of Object.entries(files)) {
        const file = path.join(clone, name);
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, content);
      }
      await git('add', '.');
      await git('commit', '--quiet', '-m', 'change');
      await git('push', '--quiet', `${remote}/ml/fraud.git`, 'main');
      return git('rev-parse', 'HEAD');
    },
    async addHook(url, secret) {
      const response = await fetch(`${forge.url}/api/v1/repos/ml/fraud/hooks`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(userinfo)}` },
        body: JSON.stringify({
          type: 'gitea',
          active: true,
          events: ['push', 'create'],
          config: { url, content_type: 'json', secret },
        }),
      });
      if (response.status !== 201) throw new Error(await response.text());
    },
    async stop() {
      await forge.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
