import { DVC_READERS } from '../dvc';
import { Files, readFiles } from '../__testUtils__/readFiles';
import { collectDataVersions } from './collectDataVersions';

const collect = async (files: Files) =>
  collectDataVersions(await readFiles(DVC_READERS, files));

async function pathsOf(files: Files) {
  const { outputs } = await collect(files);
  return outputs.map(({ path }) => path);
}

const POINTER = 'outs: [{path: x, md5: abc, hash: md5}]\n';
const PIPELINE =
  'stages:\n  a: {cmd: x, outs: [o], metrics: [m: {cache: false}]}\n  never: {cmd: x, outs: [n]}\n';
const LOCK = [
  "schema: '2.0'",
  'stages:',
  '  a: {cmd: x, outs: [{path: o, md5: abc, hash: md5, size: 1}, {path: m, md5: def, hash: md5}]}',
  '  gone: {cmd: x, outs: [{path: g, md5: abc}]}',
].join('\n');

describe('collectDataVersions', () => {
  it('joins dvc.yaml with its lock', async () => {
    const { outputs, problems } = await collect({
      'dvc.yaml': PIPELINE,
      'dvc.lock': LOCK,
    });
    expect(problems).toEqual([]);
    expect(
      outputs.map(({ path, hash, stage, cache, role, declaredIn }) => [
        path,
        hash?.value,
        stage,
        cache,
        role,
        declaredIn,
      ]),
    ).toEqual([
      ['m', 'def', 'a', false, 'metrics', { path: 'dvc.yaml', line: 2 }],
      ['n', undefined, 'never', true, 'data', { path: 'dvc.yaml', line: 3 }],
      ['o', 'abc', 'a', true, 'data', { path: 'dvc.yaml', line: 2 }],
    ]);
  });

  it('takes the outputs of templated stages from the lock', async () => {
    const { outputs } = await collect({
      'dvc.yaml':
        'stages: {t: {foreach: [a, b], do: {cmd: x, outs: ["o-${item}", fixed: {cache: false}]}}}',
      'dvc.lock':
        "schema: '2.0'\nstages: {t@a: {cmd: x, outs: [{path: o-a, md5: abc}, {path: fixed, md5: def}]}, tt@a: {cmd: x, outs: [{path: other}]}}",
    });
    expect(
      outputs.map(({ path, hash, stage, cache }) => [
        path,
        hash?.value,
        stage,
        cache,
      ]),
    ).toEqual([
      ['fixed', 'def', 't@a', false],
      ['o-a', 'abc', 't@a', true],
    ]);
  });

  it('takes from dvc.yaml how outputs of templated stages are kept', async () => {
    const { outputs } = await collect({
      'dvc.yaml': [
        'stages:',
        '  t:',
        '    cmd: x',
        '    outs: ["${dir}/m", "${dir}/m.json": {cache: false, push: false}]',
        '    metrics: ["${dir}/scores.json": {cache: false}]',
      ].join('\n'),
      'dvc.lock':
        "schema: '2.0'\nstages: {t: {cmd: x, outs: [{path: d/m, md5: abc}, {path: d/m.json, md5: def}, {path: d/scores.json, md5: ghi}, {path: other}]}}",
    });
    expect(
      outputs.map(({ path, cache, push, role, declaredIn }) => [
        path,
        cache,
        push,
        role,
        `${declaredIn.path}:${declaredIn.line}`,
      ]),
    ).toEqual([
      ['d/m', true, true, 'data', 'dvc.yaml:4'],
      ['d/m.json', false, false, 'data', 'dvc.yaml:4'],
      ['d/scores.json', false, true, 'metrics', 'dvc.yaml:5'],
      ['other', true, true, 'data', 'dvc.lock:2'],
    ]);
  });

  it('tells templates apart by the values of params.yaml', async () => {
    const { outputs } = await collect({
      'params.yaml': 'data: {scores: out/s.json, table: out/t.csv}\n',
      'dvc.yaml':
        'stages: {t: {cmd: x, outs: ["${data.table}"], metrics: ["${data.scores}": {cache: false}]}}',
      'dvc.lock':
        "schema: '2.0'\nstages: {t: {cmd: x, outs: [{path: out/s.json, md5: abc}, {path: out/t.csv, md5: def}]}}",
    });
    expect(outputs.map(({ path, role }) => [path, role])).toEqual([
      ['out/s.json', 'metrics'],
      ['out/t.csv', 'data'],
    ]);
  });

  it('leaves out records from before a stage was, or was no more, generated', async () => {
    const { outputs } = await collect({
      'dvc.yaml':
        'stages: {g: {foreach: [a], do: {cmd: x, outs: ["${item}"]}}, i: {cmd: x, outs: ["${o}"]}, n: {cmd: x, outs: [n]}}',
      'dvc.lock': [
        "schema: '2.0'",
        'stages:',
        '  g: {cmd: x, outs: [{path: old, md5: abc}]}',
        '  g@a: {cmd: x, outs: [{path: a, md5: abc}]}',
        '  i: {cmd: x, outs: [{path: o, md5: abc}]}',
        '  i@a: {cmd: x, outs: [{path: older, md5: abc}]}',
        '  n@a: {cmd: x, outs: [{path: n, md5: abc}]}',
      ].join('\n'),
    });
    expect(
      outputs.map(({ path, stage, hash }) => [path, stage, hash?.value]),
    ).toEqual([
      ['a', 'g@a', 'abc'],
      ['n', 'n', undefined],
      ['o', 'i', 'abc'],
    ]);
  });

  it('shows what the lock has beside a dvc.yaml that cannot be read', async () => {
    expect(await pathsOf({ 'dvc.yaml': '[', 'dvc.lock': LOCK })).toEqual([
      'g',
      'm',
      'o',
    ]);
  });

  it.each([
    ['is no YAML', 'stages: [\n'],
    [
      'has a merge conflict',
      `<<<<<<< ours\n${LOCK}\n=======\n>>>>>>> theirs\n`,
    ],
    [
      'has a broken stage',
      "schema: '2.0'\nstages:\n  a: 3\n  never: {cmd: x, outs: [{path: n, md5: abc, hash: md5}]}\n",
    ],
  ])(
    'takes what a lock that %s does not show for unknown, not for none',
    async (_, lock) => {
      const { outputs } = await collect({
        'dvc.yaml': PIPELINE,
        'dvc.lock': lock,
        'x.dvc': POINTER,
      });
      const unread = outputs.filter(output => output.unreadable);
      expect(
        outputs
          .filter(({ hash }) => hash === undefined)
          .map(({ path }) => path),
      ).toEqual(unread.map(({ path }) => path));
      expect(unread.map(({ path }) => path)).toContain('o');
      expect(unread.map(({ path }) => path)).not.toContain('x');
    },
  );

  it('takes an output for never run where the lock is well or not there', async () => {
    const pipeline: Files = { 'dvc.yaml': PIPELINE };
    for (const files of [pipeline, { ...pipeline, 'dvc.lock': LOCK }]) {
      const { outputs } = await collect(files);
      expect(outputs).toContainEqual(
        expect.objectContaining({
          path: 'n',
          hash: undefined,
          unreadable: false,
        }),
      );
    }
  });

  it('takes the hash of a broken pointer for unknown', async () => {
    const { outputs } = await collect({
      'a.dvc': 'outs: [{path: x, md5: [1]}]\n',
      'b.dvc': 'outs: [{path: y}]\n',
    });
    expect(outputs.map(({ path, unreadable }) => [path, unreadable])).toEqual([
      ['x', true],
      ['y', false],
    ]);
  });

  it('warns of a lock without dvc.yaml, which DVC does not look at', async () => {
    const { outputs, problems } = await collect({ 'p/dvc.lock': LOCK });
    expect(outputs).toEqual([]);
    expect(problems).toMatchObject([
      {
        code: 'missing-file',
        severity: 'warning',
        path: 'p/dvc.lock',
        args: { file: 'p/dvc.yaml' },
      },
    ]);
  });

  it('takes the remote of the output, else of the nearest configuration', async () => {
    const { outputs } = await collect({
      '.dvc/config': '[core]\nremote = root\n[\'remote "root"\']\nurl = /r\n',
      'a.dvc': POINTER,
      'b.dvc': 'outs: [{path: b, remote: own}]\n',
      'team/.dvc/config': '[core]\nremote = t\n[\'remote "t"\']\nurl = /t\n',
      'team/deep/c.dvc': POINTER,
      'teams/d.dvc': POINTER,
      'none/.dvc/config': '',
      'none/e.dvc': POINTER,
    });
    expect(outputs.map(({ path, remote }) => [path, remote])).toEqual([
      ['b', 'own'],
      ['none/x', undefined],
      ['team/deep/x', 't'],
      ['teams/x', 'root'],
      ['x', 'root'],
    ]);
  });

  it('names outputs that are declared twice or lie in one another', async () => {
    const { outputs, problems } = await collect({
      'a.dvc': POINTER,
      'b.dvc': 'outs: [{path: x}, {path: x/inner}, {path: xy}]\n',
    });
    expect(outputs.map(({ path }) => path)).toEqual([
      'x',
      'x',
      'x/inner',
      'xy',
    ]);
    expect(problems).toEqual([
      {
        code: 'duplicate-output',
        severity: 'error',
        path: 'b.dvc',
        line: 1,
        args: { subject: 'x', other: 'a.dvc:1' },
      },
      {
        code: 'duplicate-output',
        severity: 'error',
        path: 'b.dvc',
        line: 1,
        args: { subject: 'x/inner', other: 'a.dvc:1' },
      },
    ]);
  });

  it('gives an import without download the hash of its source', async () => {
    const { outputs } = await collect({
      'a.dvc':
        'deps: [{path: "https://h/d", etag: abc, size: 5}]\nouts: [{path: d}]\n',
    });
    expect(outputs).toMatchObject([
      {
        path: 'd',
        hash: { algorithm: 'etag', value: 'abc' },
        size: 5,
        imported: { kind: 'url', url: 'https://h/d' },
      },
    ]);
  });

  it('does not look at what .dvcignore matches', async () => {
    const files: Files = {
      '.dvcignore': '# comment\nskip/\n/only.dvc\n!skip/a.dvc\n',
      'skip/a.dvc': POINTER,
      'skip/deep/dvc.yaml': PIPELINE,
      'skip/deep/dvc.lock': LOCK,
      'only.dvc': POINTER,
      'deep/only.dvc': POINTER,
    };
    expect(await pathsOf(files)).toEqual(['deep/x']);
    const own = { ...files, 'skip/deep/.dvc/config': '' };
    expect(await pathsOf(own)).toEqual([
      'deep/x',
      'skip/deep/m',
      'skip/deep/n',
      'skip/deep/o',
    ]);
  });

  it('shows an ignored output, for which DVC refuses the repository', async () => {
    const { outputs, problems } = await collect({
      '.dvcignore': 'x\n',
      'a.dvc': POINTER,
    });
    expect(outputs.map(({ path }) => path)).toEqual(['x']);
    expect(problems).toMatchObject([
      { code: 'invalid-value', path: 'a.dvc', line: 1, args: { value: 'x' } },
    ]);
  });

  it('ignores readings of others and facts that are none', () => {
    const readings = [
      {
        reader: 'feast',
        entry: 'a',
        facts: { kind: 'dvc-file' },
        problems: [],
      },
      { reader: 'dvc-file', entry: 'b', facts: undefined, problems: [] },
      { reader: 'dvc-lock', entry: 'c', facts: 'x', problems: [] },
    ];
    expect(collectDataVersions(readings)).toEqual({
      outputs: [],
      problems: [],
    });
  });
});
