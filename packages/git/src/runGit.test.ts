import { runGit, streamGit, tryGit } from './runGit';
import { createTemporaryFolder, removeFolder } from './testUtils';

// A deadlock fails by this timer.

const before = process.env.PATH;
afterEach(() => {
  process.env.PATH = before;
});

it('answers the output, and throws with exit code and reason', async () => {
  const version = await runGit({ args: ['version'] });
  expect(version.toString()).toMatch(/^git version 2\./);
  await expect(runGit({ args: ['no-such-command'] })).rejects.toMatchObject({
    name: 'GitError',
    exitCode: 1,
    command: 'git no-such-command',
  });
});

it('says that git is missing, in each way of running it', async () => {
  const empty = createTemporaryFolder();
  process.env.PATH = empty;
  const command = { args: ['version'] };
  await expect(runGit(command)).rejects.toThrow('git was not found');
  await expect(streamGit(command).next()).rejects.toThrow('git was not found');
  removeFolder(empty);
});

it('says that a folder is missing, not git', async () => {
  await expect(
    tryGit({ args: ['version'], cwd: '/no/such/folder' }),
  ).rejects.toThrow('The folder /no/such/folder does not exist.');
});

it('kills git after the time limit, and when it is told to', async () => {
  const waiting = { args: ['-c', 'alias.wait=!sleep 30', 'wait'] };
  await expect(runGit({ ...waiting, timeoutMs: 200 })).rejects.toThrow(
    'git -c failed: it took longer than 200 ms',
  );
  await expect(
    runGit({ ...waiting, signal: AbortSignal.timeout(200) }),
  ).rejects.toThrow('git -c failed: it was stopped');
});
