import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { loadCore, readRevision } from '../readRevision.mjs';
import { bakeTemplate } from './bakeTemplate.mjs';
import { loadWorld } from './loadWorld.mjs';

const account = { username: 'demo', password: 'demo-password' };
const execute = promisify(execFile);

/**
 * A repository of templates/ml-monorepo in a temporary folder, with a DVC remote
 * that runs until `close`. `python` is the interpreter whose programs come first.
 */
export async function createGenerated({ name, python: usual }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gitops-ml-template-'));
  const directory = path.join(folder, 'a repository');
  const core = loadCore();
  const { startDvcRemote } = await loadWorld(folder);
  const remote = await startDvcRemote({
    directory: path.join(folder, 'remote'),
    port: 0,
    ...account,
  });
  const dvcRemoteUrl = `${remote.url}/${name}`;
  await bakeTemplate(directory, { name, dvcRemoteUrl });

  const environmentOf = (python, more = {}) => ({
    ...process.env,
    PATH: `${path.dirname(python)}${path.delimiter}${process.env.PATH}`,
    HOME: folder,
    DVC_NO_ANALYTICS: '1',
    FEAST_USAGE: 'False',
    PYTHONDONTWRITEBYTECODE: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com',
    ...more,
  });
  async function run(command, args, { cwd = directory, python, env } = {}) {
    const { stdout } = await execute(command, args, {
      cwd,
      env: environmentOf(python ?? usual, env),
      maxBuffer: 1 << 26,
    });
    return stdout;
  }
  const git = (...args) => run('git', args);
  const bytes = file => fs.readFileSync(path.join(directory, file));
  const read = file => bytes(file).toString();
  await git('init', '--quiet', '--initial-branch=main');

  return {
    folder,
    directory,
    environmentOf,
    run,
    git,
    read,
    make: (...args) => run('make', args),
    md5: file => createHash('md5').update(bytes(file)).digest('hex'),
    /** The keys and values of an env file. */
    readEnv(file) {
      const lines = read(file).trim().split('\n');
      const pairs = lines.map(line => line.split(/=(.*)/s).slice(0, 2));
      return Object.fromEntries(pairs);
    },
    replace(file, from, to) {
      const changed = read(file).replace(from, to);
      fs.writeFileSync(path.join(directory, file), changed);
    },
    async commit(message) {
      await git('add', '--all');
      await git('commit', '--quiet', '--message', message);
    },
    /** The paths that differ from the last commit. */
    async listChanged() {
      const args = ['--porcelain', '--untracked-files=all'];
      const lines = (await git('status', ...args)).trimEnd().split('\n');
      return lines.map(line => line.slice(3)).sort();
    },
    /** `auth = basic` makes DVC want a password even where reading is open. */
    async signIn(cwd) {
      const local = ['remote', 'modify', '-q', '--local', 'storage'];
      await run('dvc', [...local, 'user', account.username], { cwd });
      await run('dvc', [...local, 'password', account.password], { cwd });
    },
    /** What our readers can't read of the last commit. */
    async listProblems() {
      const readings = await readRevision(core, directory, 'HEAD', () => true);
      return readings.flatMap(({ problems }) => problems);
    },
    async close() {
      await remote.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
