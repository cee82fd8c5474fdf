#!/usr/bin/env node
// Runs a command with the Node and Yarn that this repository wants, fetching
// them and the dependencies first where they are missing. Needs only Node 20+
// and npm; everything it fetches lands in .toolchain/ and node_modules/.
//
//   node scripts/toolchain.mjs backstage-cli repo test

import { spawnSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const manifest = JSON.parse(
  fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
);
const yarnVersion = manifest.packageManager.split('@')[1];
const majors = manifest.engines.node.split('||').map(part => part.trim());
const fallbackNode = manifest.config.toolchainNode; // a major version
const dir = path.join(root, '.toolchain');
const windows = process.platform === 'win32';

const say = text => process.stderr.write(`[toolchain] ${text}\n`);

function run(command, args, env = process.env) {
  const result = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (result.status !== 0) {
    say(`failed: ${command} ${args.join(' ')}`);
    process.exit(result.status ?? 1);
  }
}

function npmInstall(name, version) {
  const marker = path.join(dir, 'node_modules', name, 'package.json');
  if (fs.existsSync(marker)) {
    const found = JSON.parse(fs.readFileSync(marker, 'utf8')).version;
    if (found === version || found.startsWith(`${version}.`)) return;
  }
  say(`fetching ${name}@${version}`);
  fs.mkdirSync(dir, { recursive: true });
  const own = path.join(dir, 'package.json');
  if (!fs.existsSync(own)) fs.writeFileSync(own, '{"private":true}\n');
  run('npm', [
    'install',
    '--prefix',
    dir,
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--ignore-scripts',
    '--loglevel=error',
    '--save-exact',
    `${name}@${version}`,
  ]);
}

function nodeBinary() {
  if (majors.includes(process.versions.node.split('.')[0]))
    return process.execPath;
  const platform = `${windows ? 'win' : process.platform}-${process.arch}`;
  const arch =
    platform === 'darwin-arm64' ? `node-bin-${platform}` : `node-${platform}`;
  npmInstall(arch, fallbackNode);
  return path.join(
    dir,
    'node_modules',
    arch,
    'bin',
    windows ? 'node.exe' : 'node',
  );
}

function fingerprint(node) {
  const hash = createHash('sha256');
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const folder of ['packages', 'plugins']) {
    for (const name of fs.readdirSync(path.join(root, folder)).sort()) {
      const file = path.join(folder, name, 'package.json');
      if (fs.existsSync(path.join(root, file))) files.push(file);
    }
  }
  for (const file of files) {
    hash.update(file).update(fs.readFileSync(path.join(root, file)));
  }
  return hash.update(process.platform + process.arch).digest('hex');
}

const node = nodeBinary();
npmInstall('@yarnpkg/cli-dist', yarnVersion);
const yarn = path.join(
  dir,
  'node_modules',
  '@yarnpkg',
  'cli-dist',
  'bin',
  'yarn.js',
);

const env = { ...process.env };
// npm hands its own settings down as npm_config_*; a nodedir among them would
// point native builds at the headers of another Node.
for (const key of Object.keys(env)) {
  if (/^npm_(config_nodedir|execpath|node_execpath)$/i.test(key))
    delete env[key];
}
// Yarn reads neither npm's settings nor its certificate file.
const forward = {
  npm_config_cafile: 'YARN_HTTPS_CA_FILE_PATH',
  npm_config_registry: 'YARN_NPM_REGISTRY_SERVER',
  npm_config_https_proxy: 'YARN_HTTPS_PROXY',
  npm_config_proxy: 'YARN_HTTP_PROXY',
};
for (const [from, to] of Object.entries(forward)) {
  if (env[from] && !env[to]) env[to] = env[from];
}
const pathKey =
  Object.keys(env).find(key => key.toLowerCase() === 'path') ?? 'PATH';
env[pathKey] = [
  path.dirname(node),
  path.join(dir, 'node_modules', '.bin'),
  path.join(root, 'node_modules', '.bin'),
  env[pathKey],
].join(path.delimiter);

const stamp = path.join(root, 'node_modules', '.toolchain-stamp');
const wanted = fingerprint(node);
if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== wanted) {
  say('installing dependencies (a few minutes the first time)');
  run(node, [yarn, 'install', '--immutable'], env);
  fs.writeFileSync(stamp, wanted);
}

const [command, ...args] = process.argv.slice(2);
if (command) {
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: windows,
  });
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => child.kill(signal));
  child.on('error', error => {
    say(error.message);
    process.exit(127);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
