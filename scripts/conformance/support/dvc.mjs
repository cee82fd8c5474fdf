import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ORACLE = join(
  dirname(fileURLToPath(import.meta.url)),
  '../dvc_oracle.py',
);

/**
 * The real dvc of DVC_PYTHON in a folder of its own: `ask` puts a question to
 * dvc_oracle.py, `createRepository` makes a repository to work in.
 */
export function startDvc() {
  const python = process.env.DVC_PYTHON;
  if (!python) throw new Error('DVC_PYTHON must name the Python that has dvc');
  const folder = mkdtempSync(join(tmpdir(), 'gitops-ml-dvc-'));
  const environment = {
    ...process.env,
    PATH: `${dirname(python)}${delimiter}${process.env.PATH}`,
    DVC_NO_ANALYTICS: '1',
    HOME: folder,
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com',
    GIT_CONFIG_NOSYSTEM: '1',
  };
  const ask = (...question) => {
    const input = JSON.stringify(question);
    const options = {
      input,
      env: environment,
      cwd: folder,
      maxBuffer: 1 << 28,
    };
    return JSON.parse(execFileSync(python, [ORACLE], options).toString());
  };
  return {
    ask,
    folder,
    createRepository: name =>
      createRepository({ directory: join(folder, name), python, environment }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A new repository with `git`, `dvc`, `write` and `commit` bound to it. */
function createRepository({ directory, python, environment }) {
  mkdirSync(directory, { recursive: true });
  const run = (command, args, cwd = '.') =>
    execFileSync(command, args, {
      cwd: join(directory, cwd),
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    }).toString();
  const repository = {
    directory,
    git: (...args) => run('git', args),
    dvc: (...args) => run(python, ['-m', 'dvc', ...args]),
    dvcIn: (cwd, ...args) => run(python, ['-m', 'dvc', ...args], cwd),
    write: files => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(directory, path)), { recursive: true });
        writeFileSync(join(directory, path), text);
      }
    },
    commit: message => {
      run('git', ['add', '-A']);
      run('git', ['commit', '-qm', message]);
      return run('git', ['rev-parse', 'HEAD']).trim();
    },
  };
  repository.git('init', '-q', '-b', 'main');
  repository.dvc('init', '-q');
  return repository;
}
