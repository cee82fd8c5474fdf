import { formatLock } from './formatLock';
import { hashPath } from './hashes';

const hash = { md5: '535995b102f6c04e0a2f44dcab44ed70', size: 1765 };

// As dvc 3.67.1 wrote it, with the space that ruamel.yaml leaves before a break.
it('writes a stage as DVC does: sorted, folded, with the kinds of values kept', () => {
  const text = formatLock([
    {
      name: 'describe',
      command:
        'python apps/training/describe.py fraud-detector models/fraud-detector.json',
      deps: [
        { path: 'features', hash: { ...hash, md5: 'ab.dir', nfiles: 5 } },
        { path: 'apps/training/files.py', hash },
      ],
      params: [
        { key: 'train.learning_rate', value: '5.0' },
        { key: 'train.features', value: ['abroad', 'night'] },
      ],
      outs: [{ path: 'infra/serving/release.env', hash }],
    },
  ]);
  expect(text).toBe(`schema: '2.0'
stages:
  describe:
    cmd: python apps/training/describe.py fraud-detector${' '}
      models/fraud-detector.json
    deps:
    - path: apps/training/files.py
      hash: md5
      md5: 535995b102f6c04e0a2f44dcab44ed70
      size: 1765
    - path: features
      hash: md5
      md5: ab.dir
      size: 1765
      nfiles: 5
    params:
      params.yaml:
        train.features:
        - abroad
        - night
        train.learning_rate: 5.0
    outs:
    - path: infra/serving/release.env
      hash: md5
      md5: 535995b102f6c04e0a2f44dcab44ed70
      size: 1765
`);
});

it.each([
  ['12345678901234567890123456789012', "'12345678901234567890123456789012'"],
  ['1234567890123456789e123456789012', "'1234567890123456789e123456789012'"],
  ['a2345678901234567890123456789012', 'a2345678901234567890123456789012'],
])('quotes the hash %s where YAML would read a number', (md5, text) => {
  const out = { path: 'a', hash: { md5, size: 1 } };
  const stage = { name: 's', command: 'c', deps: [], params: [], outs: [out] };
  expect(formatLock([stage])).toContain(`      md5: ${text}\n`);
});

describe('hashPath', () => {
  // From dvc 3.67.1: dvc add of a folder with these files.
  it('hashes a folder by the listing of its files, without what .dvcignore names', () => {
    const files = new Map([
      ['features/b.py', Buffer.from('b\n')],
      ['features/a/x.py', Buffer.from('x\n')],
      ['features/data/online.db', Buffer.from('left out')],
      ['features/a/__pycache__/x.pyc', Buffer.from('left out')],
      ['other.py', Buffer.from('other')],
    ]);
    expect(hashPath(files, 'features')).toEqual({
      md5: '114b96ae345568467121c657ff8fbc4c.dir',
      size: 4,
      nfiles: 2,
    });
  });

  it('has no hash of what is not there', () => {
    expect(() => hashPath(new Map(), 'features')).toThrow(
      'there is no features',
    );
  });
});
