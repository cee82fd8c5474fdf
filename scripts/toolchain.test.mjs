import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createEnvironment } from './toolchain/environment.mjs';
import { explainOutput } from './toolchain/failures.mjs';
import { root } from './toolchain/paths.mjs';
import {
  checkFolder,
  checkNode,
  checkPlatform,
  checkRoom,
  describeOldGit,
} from './toolchain/requirements.mjs';

const lockModule = fileURLToPath(
  new URL('toolchain/lock.mjs', import.meta.url),
);

/** Runs a command to its end, whatever its exit code. */
const execute = (command, args, options) =>
  new Promise(resolve => {
    execFile(command, args, options, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, output: stdout + stderr }),
    );
  });

let folder;
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tool chain '));
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('what a package manager prints is turned into what to do', () => {
  const cases = [
    ['npm error code ENOSPC', /disk is full/],
    ['YN0001: Error: EDQUOT: quota exceeded', /disk is full/],
    ['npm error code ECONNREFUSED', /registry does not answer/],
    [
      'npm error network request to x failed, reason: getaddrinfo ENOTFOUND x',
      /registry does not answer/,
    ],
    ['YN0001: │ RequestError: Timeout awaiting', /registry does not answer/],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
    ['unable to verify the first certificate', /NODE_EXTRA_CA_CERTS/],
    [
      'The lockfile would have been modified by this install',
      /toolchain.mjs yarn install/,
    ],
    ['npm error code ETARGET', /does not have a package/],
    ["EACCES: permission denied, mkdir '/root/.npm'", /writable/],
  ];
  for (const [output, sentence] of cases) {
    test(output, () => assert.match(explainOutput(output), sentence));
  }
  test('an unknown failure is left as it is', () => {
    assert.equal(explainOutput('Segmentation fault'), undefined);
  });
});

describe('requirements', () => {
  for (const version of ['git version 2.29.3', 'git version 1.8.3.1']) {
    test(`${version} is too old`, () => {
      assert.match(describeOldGit(version), /2\.30 or newer/);
    });
  }
  for (const version of [
    'git version 2.30.0',
    'git version 2.39.5 (Apple Git-154)',
    'git version 3.0.0',
  ]) {
    test(`${version} will do`, () => {
      assert.equal(describeOldGit(version), undefined);
    });
  }
  test('Node 18 is too old to start, 20 is not', () => {
    assert.throws(() => checkNode('18.20.8'), /Node 18\.20\.8 is too old/);
    assert.doesNotThrow(() => checkNode('20.0.0'));
  });
  test('a git that prints no version is shown', () => {
    assert.match(describeOldGit('oh no\n'), /no version, but "oh no"/);
  });
  for (const sign of ['%', '#', '?', '!', '*', ':', '[', ']']) {
    test(`a folder with ${sign} in its path is refused`, () => {
      assert.throws(
        () => checkFolder(`/home/a${sign}b/gitops-ml`),
        error => error.message.includes(`holds "${sign}"`),
      );
    });
  }
  test('a folder with spaces, brackets, quotes and letters of any kind will do', () => {
    const name = `a (1) {y} & 'q' "q" $HOME; +@,=~^ü 数据`;
    assert.doesNotThrow(() => checkFolder(`/home/${name}/gitops-ml`));
  });
  test('Windows is told of WSL', () => {
    assert.throws(() => checkPlatform('win32'), /WSL 2/);
  });
  test('a disk with too little room is refused before anything is written', () => {
    assert.throws(() => checkRoom(folder, 1e12), /MB are needed/);
    assert.doesNotThrow(() => checkRoom(folder, 0));
  });
});

describe('the environment', () => {
  const tools = { node: '/tools/bin/node' };

  test("hands npm's network settings to Yarn, where Yarn has none of its own", () => {
    const environment = createEnvironment(tools, {
      PATH: '/usr/bin',
      npm_config_cafile: '/certificates.pem',
      npm_config_registry: 'https://mirror.example',
      YARN_NPM_REGISTRY_SERVER: 'https://own.example',
    });
    assert.equal(environment.YARN_HTTPS_CA_FILE_PATH, '/certificates.pem');
    assert.equal(environment.YARN_NPM_REGISTRY_SERVER, 'https://own.example');
  });

  test('lets Yarn use a registry without encryption where npm does', () => {
    const environment = createEnvironment(tools, {
      npm_config_registry: 'http://mirror.example:8081/npm',
    });
    assert.equal(environment.YARN_UNSAFE_HTTP_WHITELIST, 'mirror.example');
  });

  test('puts the chosen Node first and drops what points at another', () => {
    const environment = createEnvironment(tools, {
      PATH: '/usr/bin',
      npm_config_nodedir: '/usr',
      npm_execpath: '/usr/lib/npm-cli.js',
    });
    assert.ok(environment.PATH.startsWith('/tools/bin:'));
    assert.ok(environment.PATH.endsWith(':/usr/bin'));
    assert.equal(environment.npm_config_nodedir, undefined);
    assert.equal(environment.npm_execpath, undefined);
  });
});

describe('the lock', () => {
  const worker = (lock, counter) => `
    import fs from 'node:fs';
    import { setTimeout as sleep } from 'node:timers/promises';
    const { withLock } = await import(${JSON.stringify(
      `file://${lockModule}`,
    )});
    await withLock(${JSON.stringify(lock)}, async () => {
      const n = Number(fs.readFileSync(${JSON.stringify(counter)}, 'utf8'));
      await sleep(20);
      fs.writeFileSync(${JSON.stringify(counter)}, String(n + 1));
    }, () => {});
  `;

  const countWith = async (lock, workers) => {
    const counter = path.join(folder, `${path.basename(lock)}.count`);
    fs.writeFileSync(counter, '0');
    await Promise.all(
      Array.from({ length: workers }, () =>
        execute(process.execPath, [
          '--input-type=module',
          '-e',
          worker(lock, counter),
        ]),
      ),
    );
    return fs.readFileSync(counter, 'utf8');
  };

  test('lets one process in at a time', async () => {
    const lock = path.join(folder, 'busy.lock');
    assert.equal(await countWith(lock, 6), '6');
    assert.equal(fs.existsSync(lock), false);
  });

  test('is taken over, by one only, from a holder that died', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'exit');
    const lock = path.join(folder, 'stale.lock');
    fs.writeFileSync(lock, String(dead.pid));
    assert.equal(await countWith(lock, 6), '6');
  });
});

describe('a start that cannot go on', () => {
  let clone;
  before(() => {
    clone = path.join(folder, 'a clone');
    for (const name of [
      'package.json',
      'yarn.lock',
      '.yarnrc.yml',
      'scripts/toolchain.mjs',
      'scripts/toolchain',
    ]) {
      fs.cpSync(path.join(root, name), path.join(clone, name), {
        recursive: true,
      });
    }
  });

  const start = (args, env) =>
    execute(
      process.execPath,
      [path.join(clone, 'scripts/toolchain.mjs'), ...args],
      {
        env: { HOME: folder, ...env },
      },
    );

  const binFolder = (name, git) => {
    const bin = path.join(folder, name);
    fs.mkdirSync(bin);
    if (git) fs.writeFileSync(path.join(bin, 'git'), git, { mode: 0o755 });
    return bin;
  };

  test('says that git is missing', async () => {
    const { code, output } = await start(['--git', 'node', '-v'], {
      PATH: binFolder('no git'),
    });
    assert.equal(code, 1);
    assert.match(output, /git is not to be found.*2\.30/);
  });

  test('says that git is too old', async () => {
    const { code, output } = await start(['--git', 'node', '-v'], {
      PATH: binFolder('old git', '#!/bin/sh\necho git version 2.25.1\n'),
    });
    assert.equal(code, 1);
    assert.match(output, /git 2\.25 is too old/);
  });

  test('says that the registry does not answer, and leaves no lock', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    server.close();
    await once(server, 'close');
    const { code, output } = await start(['node', '-v'], {
      PATH: process.env.PATH,
      npm_config_registry: `http://127.0.0.1:${port}/`,
      npm_config_cache: path.join(folder, 'npm cache'),
    });
    assert.equal(code, 1);
    assert.match(output, /registry does not answer/);
    assert.equal(
      fs.existsSync(path.join(clone, '.toolchain/tools.lock')),
      false,
    );
  });
});
