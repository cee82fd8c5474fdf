import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { leastRole, startArgoCd, startForge } from '@gitops-ml/demo';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from '@gitops-ml/git/testUtils';
import { stringify } from 'yaml';

const ACCOUNT = { username: 'demo', password: 'demo-password' };
const execute = promisify(execFile);

const allow = (rights: string[]) =>
  rights.map(right => `p, role:backstage, ${right}, allow\n`).join('');

/** What the account `backstage` may do; each adds to the least role. */
export const ROLES = {
  least: leastRole,
  reading: leastRole + allow(['projects, get, ml-*']),
  updating:
    leastRole +
    allow([
      'projects, get, ml-*',
      'projects, update, ml-*',
      'applicationsets, update, ml-*/*',
      'applications, update, ml-*/*',
    ]),
  applications:
    leastRole + allow(['projects, get, ml-*', 'applications, create, ml-*/*']),
  repositories: leastRole + allow(['repositories, create, ml-*/*']),
};

/** A forge, and Argo CDs that can read it. */
export async function startRegistrationWorld() {
  const folder = createTemporaryFolder();
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const forge = await startForge({
    directory: path.join(folder, 'forge'),
    port: 0,
    organisations: ['ml'],
    account: ACCOUNT,
    onError,
  });
  const closing = [() => forge.close()];

  return {
    /** What went wrong inside the servers. */
    errors,
    forgeUrl: forge.url,

    /** An Argo CD with an account `backstage` in its least role, and `admin`. */
    async startArgoCd(name: string) {
      const argoCd = await startArgoCd({
        directory: path.join(folder, name),
        port: 0,
        accounts: [
          {
            name: 'backstage',
            token: 'backstage-token',
            password: 'backstage-password',
          },
          { name: 'admin', token: 'admin-token' },
        ],
        // Looked at once when it is made; no test changes it afterwards.
        refreshMs: 600_000,
        onError,
      });
      closing.push(() => argoCd.close());
      return argoCd;
    },

    /** Pushes a repository with these environments; answers its clone URL. */
    async push(repository: string, files: Record<string, string>) {
      const work = new TestRepository(path.join(folder, `work-${repository}`));
      work.commit('environments', files);
      const url = new URL(`${forge.url}/ml/${repository}.git`);
      const open = url.href;
      Object.assign(url, ACCOUNT);
      // Not TestRepository's own git, which would block the server beside it.
      await execute('git', ['push', '--quiet', url.href, 'main'], {
        cwd: work.directory,
        env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
      });
      return open;
    },

    async close() {
      for (const close of closing.reverse()) await close();
      removeFolder(folder);
    },
  };
}

/** Environment files of one instance, as the template writes them. */
export function environmentFiles(
  instance: string,
  component: string,
  names: string[],
): Record<string, string> {
  return Object.fromEntries(
    names.map(name => [
      `argocd/${instance}/environments/${name}.yaml`,
      stringify({
        revision: 'main',
        cluster: 'in-cluster',
        namespace: `${component}-${name}`,
      }),
    ]),
  );
}
