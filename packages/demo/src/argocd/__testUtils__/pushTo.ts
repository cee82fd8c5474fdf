import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { TestRepository } from '@gitops-ml/git/testUtils';
import { RunningForge } from '../../forge/startForge';

const execute = promisify(execFile);

/** Pushes all branches to `ml/<name>` of a forge in this very process, so it must not block it. */
export async function pushTo(
  repository: TestRepository,
  forge: Pick<RunningForge, 'url'>,
  name: string,
): Promise<void> {
  const url = new URL(`${forge.url}/ml/${name}.git`);
  url.username = 'demo';
  url.password = 'demo-password';
  await execute(
    'git',
    [
      '-C',
      repository.directory,
      'push',
      '--quiet',
      '--force',
      '--all',
      url.href,
    ],
    {
      env: {
        PATH: process.env.PATH,
        HOME: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
      },
      timeout: 20_000,
    },
  );
}
