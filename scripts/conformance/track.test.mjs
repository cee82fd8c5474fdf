// What gitops-ml:dvc:track makes, compared with what the real dvc makes of the
// same files, and read by it.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createDvcRepository } from './support/createDvcRepository.mjs';
import { loadTrackAction } from './support/loadTrackAction.mjs';
import { loadWorld } from './support/loadWorld.mjs';

const PYTHON = process.env.DVC_PYTHON;
if (!PYTHON) throw new Error('DVC_PYTHON must name the Python that has dvc');

const account = { username: 'demo', password: 'demo-password' };

// Names that YAML or .gitignore could take for something else.
const oddNames = [
  ...[
    'a.csv',
    'with space.csv',
    'données – π 🙂.csv',
    'e\u0301.txt',
    'nbsp\u00a0x',
  ],
  ...[
    '123',
    '1.5',
    '1.',
    '.5',
    '1e3',
    '1_000',
    '0x1F',
    '0o7',
    '012',
    '0b1',
    '-1',
    '+2',
  ],
  ...[
    'true',
    'True',
    'yes',
    'no',
    'null',
    'NULL',
    '~',
    '=',
    '<<',
    '.inf',
    '.NaN',
    'nan',
  ],
  ...[
    '2020-01-01',
    '2020-1-1',
    '12:30:45',
    '1:2',
    '1,2',
    'a,b',
    "it's.txt",
    'q"q',
  ],
  ...[
    'a: b',
    'a:b',
    'ends:',
    'c #d',
    'c#d',
    '#x',
    '!x',
    '*x',
    '&x',
    '%x',
    '@x',
    '`x',
  ],
  ...[
    '[x]',
    '{x}',
    '?x',
    '? x',
    '-x',
    '- x',
    '>x',
    '|x',
    '---x',
    '...x',
    '--- x',
  ],
  ...[' lead', 'trail ', 'bs\\slash', 'zw\u200bx', 'ﬁ', '\u{10ffff}x'],
];

/** Names of many lengths, for the places where YAML's lines are broken. */
function longNames() {
  const words = [
    'a',
    'bc',
    'def',
    'é',
    '12',
    "it's",
    'longerword',
    ' ',
    '日本',
  ];
  let state = 7;
  const next = limit => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % limit;
  };
  const names = new Set(['x'.repeat(200), `a ${'y'.repeat(150)} b`]);
  while (names.size < 60) {
    const count = 12 + next(30);
    const picked = Array.from(
      { length: count },
      () => words[next(words.length)],
    );
    const prefix = ['', '# ', 'k: '][next(3)];
    const name = `${prefix}${picked.join(' ')}`.trim();
    const quoted = prefix !== '' && name.includes("'");
    if (Buffer.byteLength(name) < 240 && !quoted) names.add(name);
  }
  return [...names];
}

const files = {
  'empty.bin': '',
  'crlf.csv': 'a,b\r\n1,2\r\n',
  'large.bin': Buffer.alloc(3_000_000, 'x1'),
  'images/1.txt': 'one',
  'images/same.txt': 'one',
  'images/deep/ü/😀.txt': 'two',
  'images/deep/a b"q\\z': 'three',
  'images/ﬁ': 'four',
  'images/.hidden': '',
  'images/.gitignore': 'x\n',
};
const paths = [
  'empty.bin',
  'crlf.csv',
  'large.bin',
  'images',
  'nothing',
  'run.sh',
];

let folder;
let remote;
let createDvcTrackAction;
const errors = [];

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gitops-ml-track-'));
  const { startDvcRemote } = await loadWorld(folder);
  ({ createDvcTrackAction } = await loadTrackAction(folder));
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

const createRepository = name =>
  createDvcRepository({
    python: PYTHON,
    home: folder,
    directory: path.join(folder, name),
    url: `${remote.url}/track`,
  });

async function track(workspacePath, input) {
  const outputs = {};
  await createDvcTrackAction({
    fetch,
    remotes: [{ urlPrefix: `${remote.url}/`, ...account }],
  }).handler({
    workspacePath,
    input,
    logger: { info: () => {}, warn: () => {} },
    output: (name, value) => {
      outputs[name] = value;
    },
  });
  return outputs.pointers;
}

const pointersOf = directory =>
  Object.fromEntries(
    fs
      .readdirSync(directory)
      .filter(name => name.endsWith('.dvc') && name !== '.dvc')
      .sort()
      .map(name => [name, fs.readFileSync(path.join(directory, name), 'utf8')]),
  );

const ignoredIn = directory =>
  fs
    .readFileSync(path.join(directory, '.gitignore'), 'utf8')
    .split('\n')
    .sort();

function writeFiles({ write, directory }) {
  for (const [name, content] of Object.entries(files)) write(name, content);
  write('run.sh', '#!/bin/sh\n', 0o755);
  fs.mkdirSync(path.join(directory, 'nothing'));
}

describe('the tracked files', () => {
  test('have the pointers and .gitignore that dvc add writes', async () => {
    const ours = await createRepository('ours');
    const theirs = await createRepository('theirs');
    writeFiles(ours);
    writeFiles(theirs);
    await theirs.dvc('add', '-q', ...paths);
    const made = await track(ours.directory, { paths, push: true });
    assert.equal(made.length, paths.length);
    assert.deepEqual(pointersOf(ours.directory), pointersOf(theirs.directory));
    assert.deepEqual(ignoredIn(ours.directory), ignoredIn(theirs.directory));
  });

  test('are what dvc pulls, and nothing is then changed', async () => {
    const { directory, dvc } = await createRepository('pulled');
    for (const [name, text] of Object.entries(
      pointersOf(path.join(folder, 'ours')),
    )) {
      fs.writeFileSync(path.join(directory, name), text);
    }
    await dvc('pull', '-q');
    assert.match(await dvc('status'), /up to date/);
    assert.match(await dvc('status', '-c'), /in sync/);
    for (const [name, content] of Object.entries(files)) {
      assert.deepEqual(
        fs.readFileSync(path.join(directory, name)),
        Buffer.from(content),
        name,
      );
    }
  });

  for (const [title, names] of [
    ['odd', oddNames],
    ['long', longNames()],
  ]) {
    test(`have the same pointers under ${title} names`, async () => {
      const ours = await createRepository(`ours-${title}`);
      const theirs = await createRepository(`theirs-${title}`);
      for (const name of names) {
        ours.write(name, '1');
        theirs.write(name, '1');
      }
      await theirs.dvc('add', '-q', ...names.map(name => `./${name}`));
      const made = await track(ours.directory, { paths: names, push: false });
      assert.equal(made.length, names.length);
      assert.deepEqual(
        pointersOf(ours.directory),
        pointersOf(theirs.directory),
      );
      assert.deepEqual(ignoredIn(ours.directory), ignoredIn(theirs.directory));
    });
  }
});
