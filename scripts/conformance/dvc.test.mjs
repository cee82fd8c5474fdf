import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { loadCore, readRevision } from './readRevision.mjs';
import { startDvc } from './support/dvc.mjs';

const isDvc = reader => reader.id.startsWith('dvc-');
let core;
let dvc;

before(() => {
  core = loadCore();
  dvc = startDvc();
});

after(() => dvc?.remove());

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
  const theirs = dvc.ask('outputs', repository.directory, revision);
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
    repository = dvc.createRepository('outputs');
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
    const { metrics, params } = dvc.ask('values', repository.directory, 'HEAD');
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
    const theirs = dvc.ask('outputs', repository.directory, revision);
    assert.deepEqual(rows, theirs.sort(byPath));
    assert.deepEqual(
      problems.map(problem => [problem.code, problem.path]),
      [['missing-file', 'dvc.lock']],
    );
  });

  test('imports from a repository and from a URL', async () => {
    const other = dvc.createRepository('source');
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
    const theirs = dvc.ask('outputs', repository.directory, revision);
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
    const [theirs] = dvc.ask('outputs', root, undefined);
    const [row] = rows.filter(({ path }) => path.startsWith('team/'));
    assert.deepEqual(row, { ...theirs, path: 'team/own/s.txt' });
  });
});

test('templated stages are named and give no wrong path', async () => {
  const repository = dvc.createRepository('templated');
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
  const theirs = dvc.ask('outputs', repository.directory, revision);
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
