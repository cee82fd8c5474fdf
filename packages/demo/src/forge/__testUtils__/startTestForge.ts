import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { RunningForge, startForge } from '../startForge';
import { GitFolder } from './GitFolder';

const account = { username: 'demo', password: 'demo-password' };

/** A forge with one repository, `ml/fraud`, whose first commit and tag are the recorded ones. */
export interface TestForge extends RunningForge {
  folder: string;
  work: GitFolder;
  /** The second commit. */
  head: string;
  firstCommit: string;
  /** What the forge could not do. */
  errors: unknown[];
  /** The account's Authorization. */
  authorization: string;
  /** The URL to which the account, or who is named, pushes `owner/name`. */
  remote(name: string, userinfo?: string): string;
  get(url: string, headers?: Record<string, string>): Promise<Response>;
  post(url: string, body: unknown): Promise<Response>;
  /** Starts another one on a folder. */
  startSecond(directory: string): Promise<RunningForge>;
}

export const catalogInfo =
  'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: fraud}\n';

async function commitAll(work: GitFolder) {
  await work.git('init', '--quiet', '--initial-branch=main');
  work.write({
    'catalog-info.yaml': catalogInfo,
    'infra/staging/kustomization.yaml': 'resources: []\n',
  });
  const firstCommit = await work.commit('first');
  await work.git('tag', '-a', 'fraud@v1.0.0', '-m', 'v1.0.0');
  work.write({
    'README.md': '# Fraud <b>detector</b>\n',
    'data/a<b>.txt': '<script>1</script>\nsecond\n',
    'data/bytes': Buffer.from([1, 0, 2]),
  });
  const head = await work.commit('second <i>\n\nWith a <u>body</u>.');
  return { firstCommit, head };
}

export async function startTestForge(): Promise<TestForge> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forge with space '));
  const work = new GitFolder(path.join(folder, 'work'));
  const errors: unknown[] = [];
  const start = (directory: string) =>
    startForge({
      directory,
      port: 0,
      organisations: ['ml'],
      account,
      onError: error => errors.push(error),
    });
  const forge = await start(path.join(folder, 'forge'));
  const authorization = `Basic ${btoa(
    `${account.username}:${account.password}`,
  )}`;
  const remote = (name: string, userinfo = 'demo:demo-password@') =>
    forge.url.replace('http://', `http://${userinfo}`).concat(`/${name}.git`);
  const commits = await commitAll(work);
  await work.git('push', '--quiet', remote('ml/fraud'), 'main', '--tags');
  return {
    ...forge,
    ...commits,
    folder,
    work,
    errors,
    authorization,
    remote,
    get: (url, headers = {}) =>
      fetch(forge.url + url, { headers, redirect: 'manual' }),
    post: (url, body) =>
      fetch(forge.url + url, {
        method: 'POST',
        headers: { authorization },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    startSecond: start,
    async close() {
      await forge.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
