import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { createTemporaryFolder, removeFolder } from '@gitops-ml/git/testUtils';

const ROOT = path.resolve(__dirname, '..', '..', '..');

let folder: string;
let program: string;
let bundles: string;

/** A checkout of what the program needs, with or without its dependencies. */
beforeEach(() => {
  folder = createTemporaryFolder();
  const parts = [
    'cli/bin',
    'cli/scripts',
    ...['cli', 'core', 'git'].flatMap(name => [
      `${name}/src`,
      `${name}/package.json`,
    ]),
  ];
  for (const part of parts) {
    cpSync(
      path.join(ROOT, 'packages', part),
      path.join(folder, 'packages', part),
      { recursive: true },
    );
  }
  cpSync(path.join(ROOT, 'yarn.lock'), path.join(folder, 'yarn.lock'));
  program = path.join(folder, 'packages', 'cli', 'bin', 'gitops-ml');
  bundles = path.join(folder, 'packages', 'cli', 'dist', 'checkout');
});

afterEach(() => removeFolder(folder));

function install(): void {
  symlinkSync(
    path.join(ROOT, 'node_modules'),
    path.join(folder, 'node_modules'),
  );
}

function version() {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, '--version'],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const ANSWER = { status: 0, stdout: '0.1.0\n', stderr: '' };

it('bundles once, and again when a source was written', () => {
  install();
  expect(version()).toEqual(ANSWER);
  const first = readdirSync(bundles);
  expect(version()).toEqual(ANSWER);
  expect(readdirSync(bundles)).toEqual(first);
  const later = new Date(Date.now() + 60_000);
  utimesSync(
    path.join(folder, 'packages', 'cli', 'src', 'runCli.ts'),
    later,
    later,
  );
  expect(version()).toEqual(ANSWER);
  const second = readdirSync(bundles);
  expect(second).toHaveLength(1);
  expect(second).not.toEqual(first);
});

it('can be started several times at once', async () => {
  install();
  const codes = await Promise.all(
    Array.from(
      { length: 4 },
      () =>
        new Promise(resolve => {
          spawn(process.execPath, [program, '--version'], {
            stdio: 'ignore',
          }).once('close', resolve);
        }),
    ),
  );
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(readdirSync(bundles)).toHaveLength(1);
});

it('says what to do when esbuild is not installed', () => {
  expect(version()).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'gitops-ml: esbuild is not installed, so the command line cannot be built. Run `npm run verify` or `npm run demo` in the root of the checkout once: they install what is needed.\n',
  });
});
