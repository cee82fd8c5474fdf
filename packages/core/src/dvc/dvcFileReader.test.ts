import { DvcFileFacts } from '../facts/dvc';
import { readFile } from '../__testUtils__/readFiles';
import { dvcFileReader } from './dvcFileReader';

const read = (text: string, path = 'data/x.dvc') =>
  readFile(dvcFileReader, path, { [path]: text });

async function factsOf(text: string, path?: string): Promise<DvcFileFacts> {
  const { facts, problems } = await read(text, path);
  expect(problems).toEqual([]);
  if (!facts) throw new Error('no facts');
  return facts;
}

describe('dvc-file', () => {
  it.each([
    ['data.dvc', true],
    ['a/b.csv.dvc', true],
    ['Dvcfile', true],
    ['old/Dvcfile', true],
    ['.dvc', false],
    ['a/.dvc', false],
    ['.dvc/config', false],
    ['.dvc/tmp/x.dvc', false],
    ['a.dvc/b', false],
    ['myDvcfile', false],
  ])('takes %s: %s', (path, expected) => {
    expect(dvcFileReader.entries([path])).toEqual(expected ? [path] : []);
    expect(dvcFileReader.watches(path)).toBe(expected);
  });

  it('reads a folder as DVC 3 writes it', async () => {
    const facts = await factsOf(
      [
        'outs:',
        '- md5: 53ce1ddb0000000000000000000000c1.dir',
        '  size: 14445097',
        '  nfiles: 2',
        '  hash: md5',
        '  path: data',
        '  desc: pictures',
        '  labels: [a, b]',
        '  remote: Other',
      ].join('\n'),
    );
    expect(facts.outs).toEqual([
      {
        path: 'data/data',
        external: false,
        kind: 'directory',
        hash: {
          algorithm: 'md5',
          value: '53ce1ddb0000000000000000000000c1.dir',
        },
        size: 14445097,
        files: 2,
        isExec: false,
        cache: true,
        push: true,
        persist: false,
        remote: 'other',
        role: 'data',
        description: 'pictures',
        type: undefined,
        labels: ['a', 'b'],
        contents: undefined,
        declaredIn: { path: 'data/x.dvc', line: 6 },
      },
    ]);
  });

  it.each([
    ['md5: abc\n  hash: md5', { algorithm: 'md5', value: 'abc' }],
    ['md5: abc', { algorithm: 'md5-dos2unix', value: 'abc' }],
    ['md5: 1e5', { algorithm: 'md5-dos2unix', value: '1e5' }],
    ['md5: 00012345', { algorithm: 'md5-dos2unix', value: '00012345' }],
    ['etag: \'"A-1"\'', { algorithm: 'etag', value: '"A-1"' }],
    ['checksum: abc', { algorithm: 'checksum', value: 'abc' }],
    ['version_id: abc', { algorithm: 'version-id', value: 'abc' }],
    ['cloud: {s: {etag: abc}}', { algorithm: 'etag', value: 'abc' }],
    ["md5: ''", undefined],
    ['md5:', undefined],
    ['size: 1', undefined],
  ])('reads the hash of %j', async (text, expected) => {
    const facts = await factsOf(`outs:\n- path: a\n  ${text}\n`);
    expect(facts.outs[0].hash).toEqual(expected);
  });

  it('keeps 0 apart from unknown', async () => {
    const facts = await factsOf(
      'outs:\n- {path: a, size: 0}\n- {path: b, nfiles: 0}\n- {path: c}\n',
    );
    expect(
      facts.outs.map(({ size, files, kind }) => [size, files, kind]),
    ).toEqual([
      [0, undefined, 'file'],
      [undefined, 0, 'directory'],
      [undefined, undefined, 'file'],
    ]);
  });

  it('takes a cloud-versioned folder from its listing', async () => {
    const facts = await factsOf(
      [
        'outs:',
        '- path: d',
        '  files:',
        '  - {relpath: a/b, md5: abc, size: 1, cloud: {r: {version_id: v1}}}',
        '  - {relpath: c, size: 2, cloud: {r: {etag: e23, version_id: v2}}}',
      ].join('\n'),
    );
    expect(facts.outs[0]).toMatchObject({
      kind: 'directory',
      hash: undefined,
      size: 3,
      files: 2,
      contents: [
        {
          path: 'a/b',
          hash: { algorithm: 'md5-dos2unix', value: 'abc' },
          size: 1,
        },
        { path: 'c', hash: { algorithm: 'etag', value: 'e23' }, size: 2 },
      ],
    });
  });

  // The values are those of dvc-data 3.18, Tree.from_list(…).digest().
  it.each([
    [
      'hash: md5, files: [{relpath: foo, md5: acbd18db4cc2f85cedef654fccc4a4d8}, {relpath: bar, md5: 37b51d194a7513e45b56f6524f2d51f2}]',
      { algorithm: 'md5', value: '5ea40360f5b4ec688df672a4db9c17d1.dir' },
    ],
    [
      'files: [{relpath: "b/\ufb01", md5: abc, size: 1}, {relpath: "b/\\U0001F600 \\"q\\"\\x7f\\x01", md5: def}, {relpath: ä, md5: ghi}, {relpath: a, md5: jkl}]',
      {
        algorithm: 'md5-dos2unix',
        value: '4a4273c662015595e35b08bdcc5250bd.dir',
      },
    ],
    ['hash: md5, files: []', undefined],
  ])('works out the hash that DVC gives the listing %#', async (text, hash) => {
    const facts = await factsOf(`outs: [{path: d, ${text}}]\n`);
    expect(facts.outs[0].hash).toEqual(hash);
  });

  it.each([
    'cmd: python a.py --password hunter2\nouts: [{path: a}]\n',
    'deps: [{db: {query: "select 1 -- password=hunter2", connection: "pg://u:hunter2@h"}}]\nouts: [{path: a}]\n',
    'deps: [{path: "https://u:hunter2@h/d?token=hunter2"}]\nouts: [{path: a}]\n',
    'deps: [{path: d, repo: {url: "https://u:hunter2@h/r"}}]\nouts: [{path: "s3://k:hunter2@b/a"}]\n',
  ])('gives no secret of %j', async text => {
    const facts = await factsOf(text);
    expect(facts.outs).toHaveLength(1);
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });

  it('reads a stage file of DVC 0.x', async () => {
    const facts = await factsOf(
      [
        'md5: abc',
        'cmd: python train.py',
        'wdir: ..',
        'locked: true',
        'deps: [{path: train.py, md5: abcd}]',
        'outs:',
        '- {path: m.json, md5: abcde, cache: false, metric: {type: json}}',
        '- {path: p.csv, md5: abcde, cache: false, plot: true, metric: false}',
      ].join('\n'),
      'old/Dvcfile',
    );
    expect(facts).toMatchObject({
      command: 'python train.py',
      frozen: true,
      deps: [{ path: 'train.py', imported: undefined }],
      outs: [
        { path: 'm.json', role: 'metrics', cache: false },
        { path: 'p.csv', role: 'plots', cache: false },
      ],
    });
  });

  it.each([
    [
      'deps: [{path: get/data.xml, repo: {url: "https://u:p@host/r.git", rev: v1, rev_lock: abc}}]',
      {
        path: 'get/data.xml',
        external: true,
        imported: {
          kind: 'dvc',
          url: 'https://host/r.git',
          rev: 'v1',
          revLock: 'abc',
          path: 'get/data.xml',
        },
      },
    ],
    [
      'deps: [{path: "https://host/d.csv?sig=abc", etag: abc, size: 3}]',
      {
        path: 'https://host/d.csv?sig=***',
        external: true,
        hash: { algorithm: 'etag', value: 'abc' },
        size: 3,
        imported: { kind: 'url', url: 'https://host/d.csv?sig=***' },
      },
    ],
    [
      'deps: [{db: {table: t, connection: pg, file_format: csv}}]',
      {
        path: 't',
        external: true,
        imported: { kind: 'db', url: 'pg', path: 't' },
      },
    ],
    [
      'deps: [{path: "ds://dogs", dataset: {url: "dc://dogs", type: dc, rev: 3}}]',
      {
        path: 'ds://dogs',
        external: true,
        imported: { kind: 'dataset', url: 'dc://dogs', rev: '3' },
      },
    ],
    [
      'deps: [{path: "../local.csv", md5: abc}]',
      { path: 'local.csv', external: false, imported: { kind: 'url' } },
    ],
  ])('reads the source of an import: %s', async (deps, expected) => {
    const facts = await factsOf(`frozen: true\n${deps}\nouts: [{path: d}]\n`);
    expect(facts.deps).toMatchObject([expected]);
    expect(facts.frozen).toBe(true);
  });

  it.each([
    ['./data/', 'data/data'],
    ['model//clf-model', 'data/model/clf-model'],
    ['../raw', 'raw'],
    ['__proto__', 'data/__proto__'],
    ['20170428', 'data/20170428'],
  ])('normalises the path %s', async (path, expected) => {
    const facts = await factsOf(`outs:\n- path: ${path}\n`);
    expect(facts.outs[0]).toMatchObject({ path: expected, external: false });
  });

  it.each([
    ['s3://bucket/data', 's3://bucket/data'],
    ['/mnt/data', '/mnt/data'],
    ['remote://main/data', 'remote://main/data'],
    ['https://u:p@h/d', 'https://h/d'],
  ])('takes %s for an external output', async (path, expected) => {
    const facts = await factsOf(`outs:\n- path: ${path}\n`);
    expect(facts.outs[0]).toMatchObject({ path: expected, external: true });
  });

  it.each([
    [
      'an unsafe path',
      'outs: [{path: ../../x}, {path: a}]',
      'unsafe-path',
      1,
      ['data/a'],
    ],
    ['an unsafe wdir', 'wdir: ../..\nouts: [{path: a}]', 'unsafe-path', 1, []],
    [
      'no path',
      'outs:\n- {md5: abc}\n- {path: a}',
      'invalid-shape',
      2,
      ['data/a'],
    ],
    ['a text for outs', 'outs: x', 'invalid-shape', 1, []],
    [
      'a list for a path',
      'outs:\n- path: [a]\n- path: b',
      'invalid-shape',
      2,
      ['data/b'],
    ],
    [
      'a text for a size',
      'outs:\n- path: a\n  size: big',
      'invalid-value',
      3,
      ['data/a'],
    ],
    [
      'a negative size',
      'outs:\n- path: a\n  size: -1',
      'invalid-value',
      3,
      ['data/a'],
    ],
    [
      'a short hash',
      'outs:\n- path: a\n  md5: ab',
      'invalid-value',
      3,
      ['data/a'],
    ],
    [
      'a text for cache',
      'outs:\n- path: a\n  cache: "no"',
      'invalid-value',
      3,
      ['data/a'],
    ],
  ])('names %s and keeps the rest', async (_, text, code, line, paths) => {
    const { facts, problems } = await read(text);
    expect(problems[0]).toMatchObject({ code, line, path: 'data/x.dvc' });
    expect(facts?.outs.map(out => out.path)).toEqual(paths);
  });

  it('has no facts of a file that is none', async () => {
    for (const text of ['- a', 'text', 'a: [', '<<<<<<< a\n>>>>>>> b\n']) {
      const { facts, problems } = await read(text);
      expect(facts).toBeUndefined();
      expect(problems).toHaveLength(1);
    }
  });

  it('takes an empty file for one without outputs', async () => {
    expect(await factsOf('')).toMatchObject({ outs: [], deps: [] });
  });
});
