import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const CORE = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../packages/core/src/index.ts',
);

/** Bundles our TypeScript into a temporary folder and loads it. */
export function loadCore() {
  const folder = mkdtempSync(join(tmpdir(), 'gitops-ml-core-'));
  try {
    const outfile = join(folder, 'core.cjs');
    buildSync({
      entryPoints: [CORE],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs readers over a commit of a Git repository: `EntryReading[]`. */
export async function readRevision(core, repository, revision, isWanted) {
  const git = (...args) =>
    execFileSync('git', ['-C', repository, ...args], {
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const paths = git('ls-tree', '-r', '-z', '--name-only', revision)
    .toString()
    .split('\0')
    .filter(Boolean);
  const known = new Set(paths);
  const load = async (questions, tree) => {
    for (const question of questions) {
      if (question.kind === 'get') {
        const { path } = question;
        const answer = known.has(path)
          ? { kind: 'bytes', bytes: git('show', `${revision}:${path}`) }
          : { kind: 'absent' };
        tree.setFile(path, answer);
      } else {
        const { directory, suffix } = question;
        const start = directory === '' ? '' : `${directory}/`;
        const found = paths.filter(
          path => path.startsWith(start) && path.endsWith(suffix),
        );
        tree.setList(directory, suffix, found.sort());
      }
    }
  };
  const readings = [];
  for (const reader of core.READERS.filter(isWanted)) {
    for (const entry of reader.entries(paths)) {
      const limits = core.DEFAULT_READ_LIMITS;
      const call = (...args) => reader.read(...args);
      const reading = await core.readEntry({
        reader,
        entry,
        limits,
        call,
        load,
      });
      readings.push({ reader: reader.id, entry, ...reading });
    }
  }
  return readings;
}
