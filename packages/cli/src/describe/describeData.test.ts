import { DataVersion } from '@gitops-ml/core';
import { createTextStyle } from '../reporters/TextStyle';
import { formatData } from '../reporters/formatData';
import { DataRow, describeData } from './describeData';

const OUTPUT: DataVersion = {
  path: 'data/data.xml',
  kind: 'file',
  hash: { algorithm: 'md5', value: '22a1a2931c8370d3aeedd7183606fd7f' },
  unreadable: false,
  size: 14_445_097,
  files: undefined,
  declaredIn: { path: 'data/data.xml.dvc', line: 11 },
  stage: undefined,
  remote: 'storage',
  push: true,
  cache: true,
  external: false,
  imported: {
    kind: 'dvc',
    url: 'https://example.com/registry',
    rev: undefined,
    revLock: '96fdd8f12c14fa58e1b7354f15c7adb50e4e8542',
    path: 'get-started/data.xml',
  },
  description: undefined,
  role: 'data',
};

const OUTPUTS: DataVersion[] = [
  {
    ...OUTPUT,
    path: 'prepared',
    kind: 'directory',
    hash: {
      algorithm: 'md5-dos2unix',
      value: '153aad06d376b6595932470e459ef42a.dir',
    },
    size: 0,
    files: 2,
    declaredIn: { path: 'dvc.yaml', line: 4 },
    stage: 'prepare',
    remote: undefined,
    imported: undefined,
  },
  OUTPUT,
  {
    ...OUTPUT,
    path: 'model.pkl',
    hash: undefined,
    size: undefined,
    declaredIn: { path: 'dvc.yaml', line: 9 },
    stage: 'train',
    push: false,
    cache: false,
    imported: undefined,
  },
];

const ROWS: DataRow[] = [
  {
    path: 'data/data.xml',
    kind: 'file',
    hash: { algorithm: 'md5', value: '22a1a2931c8370d3aeedd7183606fd7f' },
    size: 14_445_097,
    files: null,
    declaredIn: 'data/data.xml.dvc',
    stage: null,
    remote: 'storage',
    push: true,
    cache: true,
    imported: {
      kind: 'dvc',
      url: 'https://example.com/registry',
      rev: null,
      revLock: '96fdd8f12c14fa58e1b7354f15c7adb50e4e8542',
      path: 'get-started/data.xml',
    },
  },
  {
    path: 'model.pkl',
    kind: 'file',
    hash: null,
    size: null,
    files: null,
    declaredIn: 'dvc.yaml',
    stage: 'train',
    remote: 'storage',
    push: false,
    cache: false,
    imported: null,
  },
  {
    path: 'prepared',
    kind: 'directory',
    hash: {
      algorithm: 'md5-dos2unix',
      value: '153aad06d376b6595932470e459ef42a.dir',
    },
    size: 0,
    files: 2,
    declaredIn: 'dvc.yaml',
    stage: 'prepare',
    remote: null,
    push: true,
    cache: true,
    imported: null,
  },
];

const style = createTextStyle({ isTTY: false, env: {} });

it('has a row for each output, sorted by path, with null for none', () => {
  expect(describeData(OUTPUTS)).toEqual(ROWS);
});

it('keeps two rows of a path that is declared twice', () => {
  const other = { ...OUTPUT, declaredIn: { path: 'a.dvc', line: 1 } };
  expect(
    describeData([OUTPUT, other]).map(row => [row.path, row.declaredIn]),
  ).toEqual([
    ['data/data.xml', 'a.dvc'],
    ['data/data.xml', 'data/data.xml.dvc'],
  ]);
});

it('makes an aligned table that tells none, zero and unknown apart', () => {
  expect(formatData(ROWS, style)).toBe(
    `\
PATH           KIND       HASH                       SIZE  FILES  STAGE    REMOTE   DECLARED IN        NOTES
data/data.xml  file       md5:22a1a29               14 MB      —  —        storage  data/data.xml.dvc  imported from https://example.com/registry
model.pkl      file       —                             ?      —  train    storage  dvc.yaml           not cached, not pushed
prepared       directory  md5-dos2unix:153aad0.dir    0 B      2  prepare  —        dvc.yaml`,
  );
});

it('says where to look when there is nothing', () => {
  expect(formatData([], style)).toBe(
    'DVC tracks nothing at this revision. gitops-ml doctor says what was looked for.',
  );
});
