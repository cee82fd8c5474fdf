import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** `git(...args)` in `directory`, as nobody in particular. */
const createGit =
  directory =>
  (...args) =>
    execute('git', ['-C', directory, ...args], {
      timeout: 60_000,
      env: {
        PATH: process.env.PATH,
        HOME: directory,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_AUTHOR_NAME: 'Tester',
        GIT_AUTHOR_EMAIL: 'tester@example.org',
        GIT_COMMITTER_NAME: 'Tester',
        GIT_COMMITTER_EMAIL: 'tester@example.org',
      },
    });

/** A new repository in `directory` with `files`, in one commit; answers `git(...args)`. */
export async function createRepository(directory, files) {
  const git = createGit(directory);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(directory, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'first');
  return git;
}

/** A clone of `url` in the new `directory`; answers `git(...args)` in it. */
export async function cloneRepository(directory, url) {
  fs.mkdirSync(directory, { recursive: true });
  const git = createGit(directory);
  await git('clone', '--quiet', url, '.');
  return git;
}
