import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { folder, installed, root } from './paths.mjs';
import { fail, say } from './say.mjs';

const progressEvery = 25;

function interpreterOf(directory) {
  return process.platform === 'win32'
    ? path.join(directory, 'Scripts', 'python.exe')
    : path.join(directory, 'bin', 'python');
}

/** What an installation depends on, the place included: scripts hold its path. */
function fingerprint(requirements, python, directory) {
  return createHash('sha256')
    .update(fs.readFileSync(requirements))
    .update(JSON.stringify([python.executable, python.version, directory]))
    .digest('hex');
}

/** Runs a command; its last lines are in the error when it fails. */
function run(command, args, onLine) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const last = [];
    for (const stream of [child.stdout, child.stderr]) {
      readline.createInterface({ input: stream }).on('line', line => {
        last.push(line);
        if (last.length > 8) last.shift();
        onLine?.(line);
      });
    }
    child.on('error', reject);
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(last.join('\n'))),
    );
  });
}

async function install(name, requirements, python, directory) {
  const total = fs
    .readFileSync(requirements, 'utf8')
    .split('\n')
    .filter(line => line.includes('==')).length;
  say(`installing ${total} packages for ${name} (about a minute)`);
  fs.rmSync(directory, { recursive: true, force: true });
  await run(python.executable, ['-m', 'venv', directory]);
  let collected = 0;
  // The pins are the whole closure; --no-deps keeps those that disagree with a
  // package's own wishes (see README.md).
  await run(
    interpreterOf(directory),
    [
      '-m',
      'pip',
      'install',
      '--no-deps',
      '--no-input',
      '--requirement',
      requirements,
    ],
    line => {
      if (line.startsWith('Collecting ') && ++collected % progressEvery === 0) {
        say(`${name}: ${collected} of ${total}`);
      }
      if (line.startsWith('Installing collected')) say(`${name}: unpacking`);
    },
  );
}

/**
 * Makes the virtual environment of a requirements file, unless the one that is
 * there was made of the same pins by the same Python. Answers its interpreter.
 */
export async function ensureEnvironment(name, python) {
  const requirements = path.join(folder, `requirements-${name}.txt`);
  const directory = path.join(installed, name);
  const stamp = path.join(directory, '.stamp');
  const wanted = fingerprint(requirements, python, directory);
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== wanted) {
    try {
      await install(name, requirements, python, directory);
    } catch (error) {
      fail(
        `The tools for ${name} could not be installed into ${directory}:\n${error.message}\n` +
          'If the package registry could not be reached, see to the network and start again. Nothing was tested.',
      );
    }
    fs.writeFileSync(stamp, wanted);
  }
  return interpreterOf(directory);
}
