import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { root, toolchainDirectory } from './paths.mjs';
import { checkRoom } from './requirements.mjs';
import { runTool } from './runTool.mjs';
import { say } from './say.mjs';
import { watchRegistry } from './watchRegistry.mjs';

const stamp = path.join(root, 'node_modules', '.toolchain-stamp');
const roomForDependencies = 3000;

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

function writeStamp(wanted) {
  const fresh = `${stamp}.${process.pid}`;
  fs.writeFileSync(fresh, wanted);
  fs.renameSync(fresh, stamp);
}

async function install(tools, env, wanted) {
  checkRoom(root, roomForDependencies);
  say('installing the dependencies (two to four minutes the first time)');
  let fetching = true;
  // Yarn's own question, with Yarn's own settings.
  const probe = [
    tools.node,
    tools.yarn,
    'npm',
    'info',
    '@yarnpkg/cli-dist',
    '--fields',
    'version',
  ];
  await runTool(tools.node, [tools.yarn, 'install', '--immutable'], {
    title: 'dependencies',
    limitMinutes: 30,
    env: { ...env, YARN_ENABLE_COLORS: '0' },
    onLine: line => {
      const step = /┌ (.+) step/.exec(line)?.[1];
      if (step) say(`dependencies: ${step.toLowerCase()} step`);
      if (step === 'Link') fetching = false;
    },
    watch: watchRegistry(probe, env, () => fetching),
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
