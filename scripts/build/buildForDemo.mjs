import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { run } from '../lib/processes.mjs';
import { explainOutput, Failure } from '../toolchain/failures.mjs';
import { withLock } from '../toolchain/lock.mjs';
import { root, toolchainDirectory } from '../toolchain/paths.mjs';
import { checkRoom } from '../toolchain/requirements.mjs';
import { bundleOptions } from './bundleOptions.mjs';
import { stampSources } from './stampSources.mjs';

const roomForBuild = 300;

const shared = [
  'package.json',
  'yarn.lock',
  'scripts/build',
  'packages/core',
  'plugins/gitops-ml-common',
];

async function runTool(command, args, cwd) {
  const { code, output } = await run(command, args, { cwd });
  if (code === 0) return;
  throw new Failure(
    explainOutput(output) ??
      `${command} ${args.join(' ')} failed (the lines above say why).`,
    output,
  );
}

/** What the demo runs, each made anew when its sources changed. */
const parts = [
  {
    title: 'front end',
    result: 'packages/app/dist',
    sources: [
      ...shared,
      'app-config.yaml',
      'packages/app',
      'plugins/gitops-ml',
    ],
    make: () =>
      runTool(
        'backstage-cli',
        ['package', 'build'],
        path.join(root, 'packages/app'),
      ),
  },
  {
    title: 'back end',
    result: 'packages/backend/dist',
    sources: [
      ...shared,
      'packages/git',
      'packages/backend',
      'plugins/gitops-ml-node',
      'plugins/gitops-ml-backend',
      'plugins/scaffolder-backend-module-gitops-ml',
    ],
    async make(directory) {
      await build(
        bundleOptions('packages/backend/src/index.ts', `${directory}/demo.cjs`),
      );
      await runTool(
        process.execPath,
        ['scripts/build-worker.mjs', 'dist/parsingWorker.cjs'],
        path.join(root, 'plugins/gitops-ml-backend'),
      );
    },
  },
  {
    title: 'world around Backstage',
    result: 'packages/demo/dist',
    sources: [...shared, 'packages/git', 'packages/demo'],
    make: directory =>
      build(
        bundleOptions('packages/demo/src/index.ts', `${directory}/world.cjs`),
      ),
  },
];

async function makePart({ result, sources, make, title }, lap) {
  const directory = path.join(root, result);
  const stampFile = path.join(directory, '.sources');
  // A bundle names its dependencies by their full paths.
  const wanted = `${root}\n${stampSources(sources)}\n`;
  const isCurrent =
    fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === wanted;
  if (isCurrent) return;
  checkRoom(root, roomForBuild);
  lap.begin(`building the ${title}`);
  fs.rmSync(stampFile, { force: true });
  await make(directory);
  fs.writeFileSync(stampFile, wanted);
}

/** Builds what changed since the last time; says so by `lap.begin`. */
export async function buildForDemo(lap) {
  await withLock(
    path.join(toolchainDirectory, 'build.lock'),
    async () => {
      for (const part of parts) await makePart(part, lap);
    },
    pid => lap.begin(`waiting for the build of process ${pid}`),
  );
}
