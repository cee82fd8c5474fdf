import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadCore, readRevision } from './readRevision.mjs';

const PYTHON = process.env.DVC_PYTHON;
if (!PYTHON) throw new Error('DVC_PYTHON must name the Python that has dvc');

const ORACLE = join(dirname(fileURLToPath(import.meta.url)), 'dvc_oracle.py');
const isDvc = reader => reader.id.startsWith('dvc-');
let core;
let folder;
let environment;

before(() => {
  core = loadCore();
  folder = mkdtempSync(join(tmpdir(), 'gitops-ml-dvc-'));
  environment = {
    ...process.env,
    PATH: `${dirname(PYTHON)}${delimiter}${process.env.PATH}`,
    DVC_NO_ANALYTICS: '1',
    HOME: folder,
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com',
    GIT_CONFIG_NOSYSTEM: '1',
  };
});

after(() => rmSync(folder, { recursive: true, force: true }));

function ask(...question) {
  const input = JSON.stringify(question);
  const options = { input, env: environment, cwd: folder, maxBuffer: 1 << 28 };
  return JSON.parse(execFileSync(PYTHON, [ORACLE], options).toString());
}

/** A new repository with `git`, `dvc`, `write` and `commit` bound to it. */
function createRepository(name) {
  const directory = join(folder, name);
  mkdirSync(directory, { recursive: true });
  const run = (command, args, cwd = '.') =>
    execFileSync(command, args, {
      cwd: join(directory, cwd),
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    }).toString();
  const repository = {
    directory,
    git: (...args) => run('git', args),
    dvc: (...args) => run(PYTHON, ['-m', 'dvc', ...args]),
    dvcIn: (cwd, ...args) => run(PYTHON, ['-m', 'dvc', ...args], cwd),
    write: files => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(directory, path)), { recursive: true });
        writeFileSync(join(directory, path), text);
      }
    },
    commit: message => {
      run('git', ['add', '-A']);
      run('git', ['commit', '-qm', message]);
      return run('git', ['rev-parse', 'HEAD']).trim();
    },
  };
  repository.git('init', '-q', '-b', 'main');
  repository.dvc('init', '-q');
  return repository;
}

const byPath = (a, b) => (a.path < b.path ? -1 : 1);

async function ours(repository, revision) {
  const readings = await readRevision(
    core,
    repository.directory,
    revision,
    isDvc,
  );
  const { outputs, problems } = core.collectDataVersions(readings);
  const rows = outputs.map(output => ({
    path: output.path,
    hash: output.hash?.value ?? null,
    algorithm: output.hash?.algorithm ?? null,
    size: output.size ?? null,
    files: output.files ?? null,
    stage: output.stage ?? null,
    remote: output.remote ?? null,
    push: output.push,
    cache: output.cache,
    role: output.role,
  }));
  return {
    rows,
    readings,
    problems: [...readings.flatMap(reading => reading.problems), ...problems],
  };
}

async function assertSameOutputs(repository, revision) {
  const { rows, problems } = await ours(repository, revision);
  const theirs = ask('outputs', repository.directory, revision);
  assert.deepEqual(rows, theirs.sort(byPath));
  assert.deepEqual(problems, []);
  assert.notEqual(rows.length, 0);
}

function valuesOf(readings, key) {
  const files = readings
    .filter(reading => reading.reader === 'dvc-yaml')
    .flatMap(reading => reading.facts[key])
    .filter(file => file.state === 'read');
  return Object.fromEntries(files.map(file => [file.path, file.values]));
}

describe('outputs of a commit are those of the real dvc', () => {
  let repository;
  before(() => {
    repository = createRepository('outputs');
  });

  test('files, folders, remotes and options of .dvc files', async () => {
    repository.write({
      'a.txt': 'a\n',
      'crlf.txt': 'a\r\nb\r\n',
      'dir/one.csv': '1\n',
      'dir/deep/two.csv': '2\n',
      'sub/x.bin': 'x',
      'sub/y.bin': 'y',
    });
    repository.dvc('remote', 'add', '-d', 'Main', 's3://bucket/path');
    repository.dvc('remote', 'add', 'other', '../elsewhere');
    repository.dvc('add', '-q', 'a.txt', 'crlf.txt', 'dir');
    repository.dvcIn('sub', 'add', '-q', 'x.bin', 'y.bin');
    repository.write({
      'sub/y.bin.dvc': [
        'outs:',
        '- md5: 415290769594460E2E485922904F345D',
        '  path: y.bin',
        '  push: false',
        '  remote: other',
        '',
      ].join('\n'),
      'legacy/d.dvc': [
        'wdir: ..',
        'outs:',
        "- md5: '12345678901234567890123456789012'",
        '  path: ./legacy//data',
        '  size: 3',
        "- md5: '1e5'",
        '  path: legacy/e5',
        '- path: legacy/never',
        '- {md5: 53ce1ddb0000000000000000000000c1.dir, path: legacy/d, cache: false, persist: true}',
        '',
      ].join('\n'),
    });
    await assertSameOutputs(repository, repository.commit('files'));
  });

  test('pipelines with wdir, metrics, plots and stages that never ran', async () => {
    repository.write({
      'params.yaml': 'lr: 1e-3\nmodel: {layers: [1, 2], "on": yes}\n',
      'pipe/conf.json': '{"a": {"b": 1}, "big": 12345678901234567890}',
      'pipe/conf.toml': 'x = 1\n[t]\ny = 2.5\n',
      'pipe/run.py':
        'import json\njson.dump({"acc": 0.5, "n": {"m": 1, "t": "x", "l": [1]}}, open("m.json", "w"))\nopen("o.txt", "w").write("o")\nopen("p.csv", "w").write("a\\n1\\n")\n',
      'dvc.yaml': [
        'stages:',
        '  train:',
        '    cmd: python run.py',
        '    wdir: pipe',
        '    deps: [run.py]',
        '    params: [conf.json: [a.b], conf.toml: , ../params.yaml: [lr]]',
        '    outs: [./o.txt]',
        '    metrics: [m.json: {cache: false}]',
        '    plots: [p.csv: {x: a, cache: false, persist: true}]',
        '  never:',
        '    cmd: echo',
        '    outs: [never/a, never/b: {cache: false, remote: other, push: false}]',
        'metrics: [pipe/m.json]',
        'artifacts: {m: {path: pipe//o.txt, type: model}}',
        '',
      ].join('\n'),
    });
    repository.dvc('repro', 'train');
    await assertSameOutputs(repository, repository.commit('pipeline'));
  });

  test('values of metrics and params files', async () => {
    const { readings } = await ours(repository, 'HEAD');
    const { metrics, params } = ask('values', repository.directory, 'HEAD');
    assert.deepEqual(valuesOf(readings, 'metrics'), metrics);
    // dvc shows the tracked keys of a file, we show all of it.
    const shown = valuesOf(readings, 'params');
    assert.deepEqual(Object.keys(shown).sort(), Object.keys(params).sort());
    for (const [file, values] of Object.entries(params)) {
      for (const [key, value] of Object.entries(values)) {
        const big = typeof value === 'number' && !Number.isSafeInteger(value);
        const expected = big && value > 1e15 ? shown[file][key] : value;
        assert.deepEqual(shown[file][key], expected, `${file}: ${key}`);
      }
    }
  });

  test('stages that dvc.yaml no longer has, and files that were renamed', async () => {
    repository.write({
      'dvc.yaml': [
        'stages:',
        '  renamed:',
        '    cmd: python run.py',
        '    wdir: pipe',
        '    outs: [o.txt, q.txt]',
        '',
      ].join('\n'),
    });
    repository.git('mv', 'a.txt.dvc', 'b.txt.dvc');
    repository.dvc('move', 'crlf.txt', 'sub/crlf2.txt');
    await assertSameOutputs(repository, repository.commit('renamed'));
  });

  test('a lock without dvc.yaml declares nothing', async () => {
    repository.git('rm', '-q', 'dvc.yaml');
    const revision = repository.commit('no pipeline');
    const { rows, problems } = await ours(repository, revision);
    const theirs = ask('outputs', repository.directory, revision);
    assert.deepEqual(rows, theirs.sort(byPath));
    assert.deepEqual(
      problems.map(problem => [problem.code, problem.path]),
      [['missing-file', 'dvc.lock']],
    );
  });

  test('imports from a repository and from a URL', async () => {
    const other = createRepository('source');
    other.write({ 'data/x.csv': 'x\n', 'plain.txt': 'p\n' });
    other.dvc('add', '-q', 'data');
    other.commit('data');
    const { directory } = other;
    repository.dvc('import', '-q', directory, 'data', '-o', 'imported');
    repository.dvc('import', '-q', '--no-download', directory, 'plain.txt');
    repository.dvc('import-url', '-q', join(directory, 'plain.txt'), 'url.txt');
    const revision = repository.commit('imports');
    const { readings } = await ours(repository, revision);
    const imported = Object.fromEntries(
      readings
        .filter(reading => reading.reader === 'dvc-file')
        .flatMap(reading =>
          reading.facts.deps.map(dep => [reading.entry, dep.imported]),
        ),
    );
    const revLock = other.git('rev-parse', 'HEAD').trim();
    const url = directory;
    assert.deepEqual(imported, {
      'imported.dvc': {
        kind: 'dvc',
        url,
        rev: undefined,
        revLock,
        path: 'data',
      },
      'plain.txt.dvc': {
        kind: 'dvc',
        url,
        rev: undefined,
        revLock,
        path: 'plain.txt',
      },
      'url.txt.dvc': {
        kind: 'url',
        url: join(directory, 'plain.txt'),
        rev: undefined,
        revLock: undefined,
        path: undefined,
      },
    });
  });

  test('what .dvcignore matches is not looked at', async () => {
    repository.write({
      '.dvcignore': 'sub/\n!sub/crlf2.txt.dvc\nb.txt.dvc\n',
      'legacy/.dvcignore': '*.dvc\n!d.dvc\n',
    });
    const revision = repository.commit('ignore');
    const { rows } = await ours(repository, revision);
    const theirs = ask('outputs', repository.directory, revision);
    const local = rows.filter(row => !row.path.endsWith('lain.txt'));
    assert.deepEqual(
      local,
      theirs.filter(row => !row.path.endsWith('lain.txt')).sort(byPath),
    );
    assert.ok(!rows.some(row => row.path.startsWith('sub/')));
  });

  test('a DVC repository below another is read with its own configuration', async () => {
    repository.write({ 'team/own/s.txt': 's\n' });
    repository.dvcIn('team/own', 'init', '-q', '--subdir');
    repository.dvcIn('team/own', 'remote', 'add', '-d', 'team', '/tmp/team');
    repository.dvcIn('team/own', 'add', '-q', 's.txt');
    const { rows } = await ours(repository, repository.commit('below'));
    const root = join(repository.directory, 'team/own');
    const [theirs] = ask('outputs', root, undefined);
    const [row] = rows.filter(({ path }) => path.startsWith('team/'));
    assert.deepEqual(row, { ...theirs, path: 'team/own/s.txt' });
  });
});

test('templated stages are named and give no wrong path', async () => {
  const repository = createRepository('templated');
  repository.write({
    'params.yaml': 'dir: out\nnames: [a, b]\n',
    'dvc.yaml': [
      'stages:',
      '  plain:',
      '    cmd: echo 1 > ${dir}.txt',
      '    outs: ["${dir}.txt"]',
      '  each:',
      '    foreach: ${names}',
      '    do:',
      '      cmd: echo ${item} > each-${item}.txt',
      '      outs:',
      '      - each-${item}.txt',
      '  grid:',
      '    matrix: {x: [1, 2]}',
      '    cmd: echo ${item.x} > grid-${item.x}.txt',
      '    outs:',
      '    - grid-${item.x}.txt',
      '',
    ].join('\n'),
  });
  repository.dvc('repro');
  const revision = repository.commit('templated');
  const { rows, problems } = await ours(repository, revision);
  const pick = ({ path, hash, stage }) => ({ path, hash, stage });
  const theirs = ask('outputs', repository.directory, revision);
  assert.deepEqual(rows.map(pick), theirs.map(pick).sort(byPath));
  assert.deepEqual(
    problems.map(({ code, path, line }) => [code, path, line]),
    [
      ['unsupported', 'dvc.yaml', 2],
      ['unsupported', 'dvc.yaml', 5],
      ['unsupported', 'dvc.yaml', 11],
    ],
  );
});

/** A repeatable source of numbers below `limit`. */
function createRandom(start) {
  let seed = start;
  return limit => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * limit);
  };
}

test('plain scalars mean what ruamel.yaml says', () => {
  const alphabet = [
    '0',
    '1',
    '7',
    '9',
    '.',
    'e',
    'E',
    '+',
    '-',
    '_',
    'x',
    'o',
    'b',
    'a',
  ];
  const random = createRandom(7);
  const texts = Array.from({ length: 4000 }, () =>
    Array.from(
      { length: 1 + random(6) },
      () => alphabet[random(alphabet.length)],
    ).join(''),
  );
  const words = [
    'true',
    'True',
    'tRUE',
    'yes',
    'no',
    'on',
    'null',
    'Null',
    '~',
    '',
    '.inf',
    '-.INF',
    '+.inf',
    '.nan',
    '2020-01-01',
    '1:30',
    '12345678901234567890',
  ];
  const all = [...new Set([...texts, ...words])];
  const theirs = ask('scalars', all);
  const wrong = [];
  all.forEach((text, index) => {
    if (theirs[index].error) return;
    const bytes = new TextEncoder().encode(`a: ${text}\n`);
    const { root } = core.parseYaml(bytes, 'f', core.DEFAULT_READ_LIMITS);
    const found = root && core.yamlToJson(root).a;
    const expected = theirs[index].value;
    const isEqual = Object.is(found, expected) || found === expected;
    if (!isEqual) wrong.push({ text, found, expected });
  });
  assert.deepEqual(wrong, []);
});

test('patterns of .dvcignore match what the real dvc matches', () => {
  const repository = createRepository('ignored');
  const files = {
    '.dvcignore':
      '# a\n*.log\n!keep.log\n/top\nbuild/\ndoc/*.txt\n**/deep/**/x\na?c\n[bc]at\nfoo/**\n\\#hash\n\\!bang\n  spaced  \n/*/second\n',
    'one/.dvcignore': '!x.log\n/local\nkeep.log\n',
    'one/two/.dvcignore': '*.log\n!local\n',
  };
  repository.write(files);
  const names = [
    'x.log',
    'keep.log',
    'top',
    'build',
    'doc',
    'a.txt',
    'deep',
    'x',
    'abc',
    'ac',
    'bat',
    'cat',
    'dat',
    'foo',
    '#hash',
    '!bang',
    'spaced',
    'second',
    'local',
    'two',
    'one',
  ];
  const paths = names.flatMap(a => [
    a,
    ...names.map(b => `${a}/${b}`),
    ...names.flatMap(b =>
      ['x.log', 'keep.log', 'x', 'local', 'a.txt', 'second'].map(
        c => `${a}/${b}/${c}`,
      ),
    ),
  ]);
  const readings = Object.entries(files).map(([entry, text]) => {
    const [reader] = core.READERS.filter(({ id }) => id === 'dvc-ignore');
    const tree = new core.LoadedTree();
    const bytes = new TextEncoder().encode(text);
    tree.setFile(entry, { kind: 'bytes', bytes });
    const { facts } = reader.read(entry, tree, core.DEFAULT_READ_LIMITS);
    return { reader: 'dvc-ignore', entry, facts, problems: [] };
  });
  const seen = seenOf(readings, paths);
  const theirs = ask('ignored', repository.directory, paths);
  const wrong = paths.filter((path, index) => seen.has(path) === theirs[index]);
  assert.deepEqual(wrong, []);
});

function seenOf(ignores, paths) {
  const pointer = path => ({
    reader: 'dvc-file',
    entry: path,
    problems: [],
    facts: { kind: 'dvc-file', path, deps: [], outs: [output(path)] },
  });
  const readings = [...ignores, ...paths.map(pointer)];
  const { outputs } = core.collectDataVersions(readings);
  return new Set(outputs.map(({ declaredIn }) => declaredIn.path));
}

test('random patterns of one .dvcignore match what the real dvc matches', () => {
  const random = createRandom(11);
  const pick = list => list[random(list.length)];
  // Not `[!a]`: to dvc it may be a slash, which it isn't to Git, nor to us.
  const pieces = [
    'a',
    'b',
    '*',
    '**',
    '?',
    '[ab]',
    '[a-c]',
    'ab',
    '/',
    '/',
    '/',
    '\\a',
    '.',
  ];
  const line = () =>
    pick(['', '', '', '!', '/']) +
    Array.from({ length: 1 + random(5) }, () => pick(pieces)).join('');
  const names = ['a', 'b', 'ab', 'c', 'a.b', 'aab'];
  const paths = names.flatMap(x => [
    x,
    ...names.flatMap(y => [`${x}/${y}`, ...names.map(z => `${x}/${y}/${z}`)]),
  ]);
  const groups = Array.from({ length: 600 }, () => [
    Array.from({ length: 1 + random(4) }, line).filter(text => text !== ''),
    paths,
  ]);
  const theirs = ask('patterns', groups);
  const wrong = [];
  let compared = 0;
  groups.forEach(([lines], index) => {
    // dvc itself fails on some patterns, `!/` for one.
    if (theirs[index] === null) return;
    compared += 1;
    const patterns = lines.map((pattern, at) => ({ pattern, line: at + 1 }));
    const facts = { kind: 'dvc-ignore', path: '.dvcignore', patterns };
    const seen = seenOf([{ reader: 'dvc-ignore', facts }], paths);
    paths.forEach((path, at) => {
      if (seen.has(path) === theirs[index][at]) {
        wrong.push({ lines, path, ignored: theirs[index][at] });
      }
    });
  });
  assert.deepEqual(wrong.slice(0, 10), []);
  assert.ok(compared > 400);
});

function output(path) {
  return {
    path: `out-of-${path}`,
    external: true,
    declaredIn: { path, line: 1 },
  };
}

test('.dvc/config is parsed as ConfigObj parses it', () => {
  const texts = [
    "[core]\n    remote = Main\n    analytics = false # no\n['remote \"main\"']\n    url = s3://b/p\n    region = 'eu west'\n",
    '["remote \\"x\\""]\nurl = /a\n',
    '[cache]\ntype = "reflink,copy"\ndir = \'/a # b\'\n[Core]\nRemote="x"\n',
    "['db \"pg\"']\nurl = '''a\nb'''\nusername = u, v\n",
    '[core]\nremote = a\nremote = b\n',
    '[core\nremote = a\n',
    '[core]\nno value\n',
    '[core]\nremote = "a\n',
    '[core]\nremote =\n[exp]\nauto_push = true\n',
    '; comment\n[core]\nremote = a\n',
  ];
  texts.forEach((text, index) => {
    const path = join(folder, `config-${index}`);
    writeFileSync(path, text);
    const theirs = ask('config', path);
    const tree = new core.LoadedTree();
    const bytes = new TextEncoder().encode(text);
    tree.setFile('.dvc/config', { kind: 'bytes', bytes });
    const [reader] = core.READERS.filter(({ id }) => id === 'dvc-config');
    const { facts, problems } = reader.read(
      '.dvc/config',
      tree,
      core.DEFAULT_READ_LIMITS,
    );
    const broken = problems.some(({ code }) => code === 'config-syntax');
    assert.equal(broken, theirs === null, text);
    if (theirs === null) return;
    const { remote, db, machine, ...sections } = theirs;
    assert.deepEqual(
      facts.remotes.map(({ name, url, options }) => ({
        name,
        url,
        ...options,
      })),
      Object.entries(remote).map(([name, options]) => ({ name, ...options })),
      text,
    );
    for (const [name, options] of Object.entries(sections)) {
      const joined = Object.entries(options).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.join(', ') : value,
      ]);
      assert.deepEqual(facts.sections[name], Object.fromEntries(joined), text);
    }
  });
});
