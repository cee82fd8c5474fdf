import { FileAnswer, LoadedTree, Reader, TracedTree } from '@gitops-ml/core';
import { KnownReadings } from './KnownReadings';
import { loadTree } from './loadTree';
import { openRepository } from './openRepository';
import { readRevision } from './readRevision';
import { Repository } from './Repository';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from './testUtils';

let made: TestRepository;
let repository: Repository;
let commit: string;

beforeAll(async () => {
  made = new TestRepository(createTemporaryFolder());
  commit = made.commit('First', {
    'a.list': 'x.txt\nnone\nlink\n',
    'sub/b.list': 'x.txt\n',
    'x.txt': 'hello',
    'big.txt': 'x'.repeat(100),
    link: { link: 'x.txt' },
  });
  repository = await openRepository(made.directory);
});

afterAll(async () => {
  await repository.close();
  removeFolder(made.directory);
});

const words = (answer: FileAnswer) =>
  answer.kind === 'bytes' ? Buffer.from(answer.bytes).toString() : answer.kind;

/** Reads each path that a `.list` file names, and lists the text files. */
const listReader: Reader<Record<string, string>> = {
  id: 'list',
  version: 1,
  entries: paths => paths.filter(path => path.endsWith('.list')),
  watches: () => true,
  read(entry, tree) {
    const traced = new TracedTree(tree);
    const file = traced.get(entry);
    if (!file) return traced.needs() ?? { needs: [] };
    const names = words(file).trim().split('\n');
    const answers = names.map(name => [name, traced.get(name)] as const);
    const texts = traced.list('', '.txt');
    const needs = traced.needs();
    if (needs) return needs;
    return {
      facts: {
        ...Object.fromEntries(
          answers.map(([name, answer]) => [name, answer ? words(answer) : '']),
        ),
        texts: texts?.join() ?? '',
      },
      problems: [],
    };
  },
};

it('runs readers to their end, over files that exist, do not, or are links', async () => {
  await expect(readRevision(repository, commit, [listReader])).resolves.toEqual(
    [
      {
        reader: 'list',
        entry: 'a.list',
        facts: {
          'x.txt': 'hello',
          none: 'absent',
          link: 'absent',
          texts: 'big.txt,x.txt',
        },
        problems: [],
      },
      {
        reader: 'list',
        entry: 'sub/b.list',
        facts: { 'x.txt': 'hello', texts: 'big.txt,x.txt' },
        problems: [],
      },
    ],
  );
});

it('names the entries that are symbolic links, and follows none', async () => {
  const linked = made.commit('Link', {
    'out.list': { link: '/etc/hostname' },
    'sub/in.list': { link: 'b.list' },
  });
  const readings = await readRevision(repository, linked, [listReader]);
  expect(readings.slice(2)).toEqual(
    ['out.list', 'sub/in.list'].map(path => ({
      reader: 'list',
      entry: path,
      facts: undefined,
      problems: [{ code: 'symbolic-link', severity: 'warning', path, line: 1 }],
    })),
  );
});

it('keeps only the entries that are asked for', async () => {
  const readings = await readRevision(repository, commit, [listReader], {
    paths: path => path.startsWith('sub/'),
  });
  expect(readings.map(reading => reading.entry)).toEqual(['sub/b.list']);
});

it('traces each answer: oid, absence, size, digest of a listing', async () => {
  const tree = await loadTree(repository, commit, { bytes: 50 });
  const loaded = new LoadedTree();
  const steps = await tree.load(
    [
      { kind: 'get', path: 'x.txt' },
      { kind: 'get', path: 'none' },
      { kind: 'get', path: 'link' },
      { kind: 'get', path: 'big.txt' },
      { kind: 'list', directory: 'sub', suffix: '.list' },
    ],
    loaded,
  );
  expect(steps).toEqual([
    { get: 'x.txt', oid: 'b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0' },
    { get: 'none', oid: null },
    { get: 'link', oid: null },
    {
      get: 'big.txt',
      oid: made.git('rev-parse', 'HEAD:big.txt'),
      tooLarge: true,
    },
    {
      list: 'sub',
      suffix: '.list',
      // sha256 of "sub/b.list"
      digest:
        '16a1ba37773ff9f044630032dfbbe4cafda3dafb68594d02d22ea995e50cc42e',
    },
  ]);
  expect(loaded.get('big.txt')).toEqual({ kind: 'too-large', size: 100 });
  expect(loaded.list('sub', '.list')).toEqual(['sub/b.list']);
});

it('tells whether a traced answer holds in another tree', async () => {
  const limits = { bytes: 50 };
  const questions = [
    { kind: 'get', path: 'x.txt' },
    { kind: 'get', path: 'none' },
    { kind: 'list', directory: '', suffix: '.txt' },
  ] as const;
  const before = await loadTree(repository, commit, limits);
  const steps = await before.load(questions, new LoadedTree());
  expect(steps.map(step => before.matches(step))).toEqual([true, true, true]);

  const changed = made.commit('Change x', {
    'x.txt': 'other',
    none: 'now here',
  });
  const after = await loadTree(repository, changed, limits);
  expect(steps.map(step => after.matches(step))).toEqual([false, false, true]);

  const added = made.commit('Add y', { 'y.txt': '' });
  const last = await loadTree(repository, added, limits);
  expect(last.matches(steps[2])).toBe(false);
});

it('reads an entry again only where an answer to its questions changed', async () => {
  const read = jest.fn(listReader.read);
  const reader = { ...listReader, read };
  const known = new KnownReadings();
  const at = (oid: string) =>
    readRevision(repository, oid, [reader], {
      known,
      paths: path => path === 'sub/b.list',
    });
  const base = made.commit('Base', { 'x.txt': 'hello' });
  const first = await at(base);
  const calls = read.mock.calls.length;
  const elsewhere = made.commit('Elsewhere', { 'other.bin': 'x' });
  await expect(at(elsewhere)).resolves.toEqual(first);
  expect(read).toHaveBeenCalledTimes(calls);

  const here = made.commit('Here', { 'x.txt': 'changed' });
  await expect(at(here)).resolves.toMatchObject([
    { facts: { 'x.txt': 'changed' } },
  ]);
  await expect(at(base)).resolves.toEqual(first);
});
