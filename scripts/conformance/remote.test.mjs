// The demo's DVC remote, written and read by the real dvc.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { loadWorld } from './support/loadWorld.mjs';

const PYTHON = process.env.DVC_PYTHON;
if (!PYTHON) throw new Error('DVC_PYTHON must name the Python that has dvc');

const execute = promisify(execFile);
const account = { username: 'demo', password: 'demo-password' };

let folder;
let remote;
const errors = [];

async function run(command, args, cwd) {
  const { stdout, stderr } = await execute(command, args, {
    cwd,
    env: {
      ...process.env,
      PATH: `${path.dirname(PYTHON)}${path.delimiter}${process.env.PATH}`,
      DVC_NO_ANALYTICS: '1',
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.com',
    },
  });
  return stdout + stderr;
}

/** A DVC repository whose remote is ours, and `dvc(...args)` in it. */
async function createRepository(name, password = account.password) {
  const directory = path.join(folder, name);
  fs.mkdirSync(directory);
  const dvc = (...args) => run(PYTHON, ['-m', 'dvc', ...args], directory);
  await run('git', ['init', '-q'], directory);
  await dvc('init', '-q');
  await dvc('remote', 'add', '-q', '-d', 'demo', `${remote.url}/fraud`);
  await dvc('remote', 'modify', '-q', 'demo', 'auth', 'basic');
  const local = (key, value) =>
    dvc('remote', 'modify', '-q', '--local', 'demo', key, value);
  await local('user', account.username);
  await local('password', password);
  const write = (file, content) => {
    fs.mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    fs.writeFileSync(path.join(directory, file), content);
  };
  return { directory, dvc, write };
}

async function createWithData(name, password) {
  const repository = await createRepository(name, password);
  repository.write('raw.csv', 'a,b\r\n1,2\r\n');
  repository.write('images/1.txt', 'one');
  repository.write('images/deep/ü.txt', 'two');
  repository.write('large.bin', Buffer.alloc(3_000_000, 'x1'));
  await repository.dvc('add', '-q', 'raw.csv', 'images', 'large.bin');
  return repository;
}

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gitops-ml-remote-'));
  const { startDvcRemote } = await loadWorld(folder);
  remote = await startDvcRemote({
    directory: path.join(folder, 'objects'),
    port: 0,
    ...account,
    onError: error => errors.push(error),
  });
});

after(async () => {
  await remote.close();
  fs.rmSync(folder, { recursive: true, force: true });
  assert.deepEqual(errors, []);
});

describe('the remote', () => {
  test('refuses a push with a wrong password, and has nothing then', async () => {
    const { dvc } = await createWithData('refused', 'other');
    await assert.rejects(dvc('push'), /failed to push|401|Unauthorized/i);
    assert.deepEqual(fs.readdirSync(path.join(folder, 'objects')), [
      '.incoming',
    ]);
  });

  test('takes what dvc pushes: files and folders', async () => {
    const { dvc } = await createWithData('first');
    assert.match(await dvc('status', '-c'), /new: +images/);
    assert.match(await dvc('push'), /5 files pushed/);
    assert.match(await dvc('status', '-c'), /in sync/);
    assert.match(await dvc('push'), /up to date/);
  });

  test('gives to an anonymous reader what was pushed, byte for byte', async () => {
    const { dvc, directory } = await createRepository('second', 'unused');
    fs.rmSync(path.join(directory, '.dvc/config.local'));
    await dvc('remote', 'modify', '-q', '--unset', 'demo', 'auth');
    for (const name of ['raw.csv.dvc', 'images.dvc', 'large.bin.dvc']) {
      fs.copyFileSync(
        path.join(folder, 'first', name),
        path.join(directory, name),
      );
    }
    await dvc('pull');
    for (const name of [
      'raw.csv',
      'images/1.txt',
      'images/deep/ü.txt',
      'large.bin',
    ]) {
      assert.deepEqual(
        fs.readFileSync(path.join(directory, name)),
        fs.readFileSync(path.join(folder, 'first', name)),
      );
    }
    assert.match(await dvc('status', '-c'), /in sync/);
  });

  test('takes PUT too', async () => {
    const { dvc, write } = await createRepository('third');
    await dvc('remote', 'modify', '-q', 'demo', 'method', 'PUT');
    write('new.csv', 'new\n');
    await dvc('add', '-q', 'new.csv');
    assert.match(await dvc('push'), /1 file pushed/);
  });

  test('is told by dvc to lack what is not pushed', async () => {
    const { dvc, write } = await createRepository('fourth');
    write('unpushed.csv', 'kept here\n');
    await dvc('add', '-q', 'unpushed.csv');
    assert.match(await dvc('status', '-c'), /new: +unpushed.csv/);
  });
});
