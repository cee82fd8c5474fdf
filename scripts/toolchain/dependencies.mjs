import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { registrySilent } from './failures.mjs';
import { withLock } from './lock.mjs';
import { root, toolchainDirectory } from './paths.mjs';
import { checkRoom } from './requirements.mjs';
import { runTool } from './runTool.mjs';
import { say } from './say.mjs';

const stamp = path.join(root, 'node_modules', '.toolchain-stamp');
const roomForDependencies = 3000;
const probeEverySeconds = 20;
const probeLimitSeconds = 30;

function manifests() {
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const folder of ['packages', 'plugins']) {
    for (const name of fs.readdirSync(path.join(root, folder)).sort()) {
      const file = path.join(folder, name, 'package.json');
      if (fs.existsSync(path.join(root, file))) files.push(file);
    }
  }
  return files;
}

// A lifecycle script may be edited without a new installation.
const withoutScripts = file => {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  if (!file.endsWith('package.json')) return text;
  return JSON.stringify({ ...JSON.parse(text), scripts: undefined });
};

/** What the installed dependencies depend on, as one digest. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of manifests())
    hash.update(file).update(withoutScripts(file));
  return hash.update(process.platform + process.arch).digest('hex');
}

const isInstalled = wanted =>
  fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted;

/** Asks the registry for one version through Yarn, with Yarn's own settings. */
function registryAnswers({ node, yarn }, env) {
  return new Promise(resolve => {
    const child = spawn(
      node,
      [
        yarn,
        'npm',
        'info',
        '@yarnpkg/cli-dist',
        '--fields',
        'version',
        '--json',
      ],
      { cwd: root, env: { ...env, YARN_HTTP_RETRY: '0' }, stdio: 'ignore' },
    );
    const limit = setTimeout(
      () => child.kill('SIGKILL'),
      probeLimitSeconds * 1000,
    );
    child.on('error', () => resolve(false));
    child.on('exit', code => {
      clearTimeout(limit);
      resolve(code === 0);
    });
  });
}

// Yarn retries a silent registry for many minutes without a word. While it
// still needs the network, ask the registry now and then; two silences in a
// row end the installation.
function watchRegistry(tools, env, needsNetwork) {
  return stop => {
    let silences = 0;
    const timer = setInterval(async () => {
      if (!needsNetwork()) return;
      silences = (await registryAnswers(tools, env)) ? 0 : silences + 1;
      if (silences >= 2 && needsNetwork()) stop(registrySilent);
    }, probeEverySeconds * 1000);
    return () => clearInterval(timer);
  };
}

function writeStamp(wanted) {
  const fresh = `${stamp}.${process.pid}`;
  fs.writeFileSync(fresh, wanted);
  fs.renameSync(fresh, stamp);
}

async function install(tools, env, wanted) {
  checkRoom(root, roomForDependencies);
  say('installing the dependencies (two to four minutes the first time)');
  let fetching = true;
  await runTool(tools.node, [tools.yarn, 'install', '--immutable'], {
    title: 'dependencies',
    limitMinutes: 30,
    env: { ...env, YARN_HTTP_TIMEOUT: '30000', YARN_ENABLE_COLORS: '0' },
    onLine: line => {
      const step = /┌ (.+) step/.exec(line)?.[1];
      if (step) say(`dependencies: ${step.toLowerCase()} step`);
      if (step === 'Link') fetching = false;
    },
    watch: watchRegistry(tools, env, () => fetching),
  });
  writeStamp(wanted);
}

/** Installs the dependencies when what they depend on has changed since the last time. */
export async function ensureDependencies(tools, env) {
  const wanted = fingerprint();
  if (isInstalled(wanted)) return;
  await withLock(
    path.join(toolchainDirectory, 'dependencies.lock'),
    async () => {
      if (!isInstalled(wanted)) await install(tools, env, wanted);
    },
    pid => say(`another start (process ${pid}) is installing: waiting for it`),
  );
}
