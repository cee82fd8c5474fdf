import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * A Git and DVC repository in a new folder whose default remote is `url`, with
 * `dvc(...args)` and `write(file, content)` in it.
 */
export async function createDvcRepository({ python, home, directory, url }) {
  fs.mkdirSync(directory);
  const run = async (command, args) => {
    const { stdout, stderr } = await execute(command, args, {
      cwd: directory,
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        PATH: `${path.dirname(python)}${path.delimiter}${process.env.PATH}`,
        DVC_NO_ANALYTICS: '1',
        HOME: home,
        GIT_CONFIG_NOSYSTEM: '1',
      },
    });
    return stdout + stderr;
  };
  const dvc = (...args) => run(python, ['-m', 'dvc', ...args]);
  await run('git', ['init', '-q']);
  await dvc('init', '-q');
  await dvc('remote', 'add', '-q', '-d', 'demo', url);
  const write = (file, content, mode) => {
    const place = path.join(directory, file);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, content, { mode });
  };
  return { directory, dvc, write };
}
