import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { CatFile } from './CatFile';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from './testUtils';

// A deadlock fails by this timer.

let folder: string;
let made: TestRepository;
let catFile: CatFile;
const path0 = process.env.PATH;

beforeEach(() => {
  folder = createTemporaryFolder();
  made = new TestRepository(path.join(folder, 'work'));
  catFile = new CatFile(path.join(made.directory, '.git'));
});

afterEach(async () => {
  process.env.PATH = path0;
  await catFile.close();
  removeFolder(folder);
});

function store(content: string | Uint8Array): string {
  return made.gitWithInput(content, 'hash-object', '-w', '--stdin');
}

/** Puts a `git` in front of the real one: a shell script with `$REAL`. */
function wrapGit(script: string): void {
  const real = spawnSync('sh', ['-c', 'command -v git'], {
    encoding: 'utf8',
  }).stdout.trim();
  const file = path.join(folder, 'git');
  writeFileSync(
    file,
    `#!/bin/sh\nREAL='${real}'\nLOG='${folder}/log'\n${script}\n`,
  );
  chmodSync(file, 0o755);
  process.env.PATH = `${folder}${path.delimiter}${path0}`;
}

function started(): number[] {
  return readFileSync(path.join(folder, 'log'), 'utf8')
    .trim()
    .split('\n')
    .map(Number);
}

it('answers thousands of concurrent requests, each with its own object', async () => {
  const texts = Array.from({ length: 20 }, (_, index) => `content ${index}`);
  const oids = texts.map(store);
  const wanted = Array.from({ length: 5_000 }, (_, index) => index % 20);
  const answers = await Promise.all(
    wanted.map(index => catFile.read(oids[index], 100)),
  );
  expect(answers).toEqual(
    wanted.map(index => ({
      kind: 'object',
      oid: oids[index],
      type: 'blob',
      bytes: Buffer.from(texts[index]),
    })),
  );
});

it('keeps its place behind missing and too large objects', async () => {
  const large = store(Buffer.alloc(300_000, 7));
  const small = store('small');
  const answers = await Promise.all([
    catFile.read('0'.repeat(40), 10),
    catFile.read(large, 299_999),
    catFile.read(small, 10),
    catFile.read(large, 300_000),
  ]);
  expect(answers.map(answer => answer.kind)).toEqual([
    'missing',
    'too-large',
    'object',
    'object',
  ]);
  expect(answers[1]).toEqual({
    kind: 'too-large',
    type: 'blob',
    size: 300_000,
  });
});

it('starts git again rather than reading a huge object to its end', async () => {
  const huge = store(Buffer.alloc(80 * 1024 * 1024));
  const small = store('small');
  wrapGit('echo $$ >> "$LOG"; exec "$REAL" "$@"');
  const answers = await Promise.all([
    catFile.read(huge, 1_000),
    catFile.read(small, 10),
  ]);
  expect(answers).toMatchObject([
    { kind: 'too-large', size: 80 * 1024 * 1024 },
    { kind: 'object', bytes: Buffer.from('small') },
  ]);
  expect(started()).toHaveLength(2);
});

it('goes on after git was killed, idle or busy', async () => {
  const oid = store('x');
  wrapGit('echo $$ >> "$LOG"; exec "$REAL" "$@"');
  await catFile.read(oid, 10);
  process.kill(started()[0], 'SIGKILL');
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => catFile.read(oid, 10)),
  );
  expect(answers.every(answer => answer.kind === 'object')).toBe(true);
  expect(started()).toHaveLength(2);
});

it('rejects the one request at which git keeps dying, and answers the others', async () => {
  const good = store('good');
  const deadly = store('deadly');
  // As cat-file does in a clone with a filter, at an object that was left out.
  wrapGit(
    [
      'echo $$ >> "$LOG"',
      `while read -r oid; do`,
      `  if [ "$oid" = ${deadly} ]; then echo "fatal: could not fetch" >&2; exit 128; fi`,
      '  echo "$oid" | "$REAL" "$@"',
      'done',
    ].join('\n'),
  );
  const results = await Promise.allSettled([
    catFile.read(good, 10),
    catFile.read(deadly, 10),
    catFile.read(good, 10),
  ]);
  expect(results.map(result => result.status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(results[1]).toMatchObject({
    reason: {
      name: 'GitError',
      exitCode: 128,
      stderr: 'fatal: could not fetch',
    },
  });
});

it('says that git is missing', async () => {
  process.env.PATH = folder;
  await expect(catFile.read('0'.repeat(40), 1)).rejects.toThrow(
    'git was not found',
  );
});

it('can be closed without reading, twice, and at once', async () => {
  await Promise.all([catFile.close(), catFile.close()]);
  await catFile.close();
  await expect(catFile.read('0'.repeat(40), 1)).rejects.toThrow('closed');
});

it('rejects open requests when it is closed, and leaves no process', async () => {
  const oid = store(Buffer.alloc(1_000_000));
  wrapGit('echo $$ >> "$LOG"; exec "$REAL" "$@"');
  await catFile.read(oid, 2_000_000);
  const open = Promise.allSettled(
    Array.from({ length: 50 }, () => catFile.read(oid, 2_000_000)),
  );
  await catFile.close();
  const results = await open;
  expect(results.every(result => result.status === 'rejected')).toBe(true);
  expect(() => process.kill(started()[0], 0)).toThrow('ESRCH');
});
