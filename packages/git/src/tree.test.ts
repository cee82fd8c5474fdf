import path from 'node:path';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from './testUtils';
import { listTree } from './tree';

let made: TestRepository;

beforeEach(() => {
  made = new TestRepository(createTemporaryFolder());
});

afterEach(() => removeFolder(made.directory));

async function paths(commit: string): Promise<string[]> {
  const entries = await listTree(path.join(made.directory, '.git'), commit);
  return entries.map(entry => entry.path);
}

it('lists files, links and submodules with their modes', async () => {
  const first = made.commit('First', {
    'a/file': 'x',
    run: '#!',
    link: { link: 'a/file' },
  });
  made.git('update-index', '--chmod=+x', 'run');
  made.git('update-index', '--add', '--cacheinfo', `160000,${first},sub`);
  made.git('commit', '--quiet', '-m', 'Second');
  await expect(
    listTree(path.join(made.directory, '.git'), made.git('rev-parse', 'HEAD')),
  ).resolves.toEqual([
    {
      path: 'a/file',
      oid: made.git('rev-parse', 'HEAD:a/file'),
      mode: '100644',
      kind: 'blob',
    },
    {
      path: 'link',
      oid: made.git('rev-parse', 'HEAD:link'),
      mode: '120000',
      kind: 'link',
    },
    {
      path: 'run',
      oid: made.git('rev-parse', 'HEAD:run'),
      mode: '100755',
      kind: 'blob',
    },
    { path: 'sub', oid: first, mode: '160000', kind: 'submodule' },
  ]);
});

it('keeps paths with quotes, newlines, tabs, options and Unicode as they are', async () => {
  const names = [
    '"q"',
    '--force',
    '-n',
    'a\nb',
    'c\td',
    'daten/größe.csv',
    '\u{1f9ea}',
  ];
  const commit = made.commit(
    'Names',
    Object.fromEntries(names.map(name => [name, name])),
  );
  await expect(paths(commit)).resolves.toEqual(names);
});

it('escapes the bytes of paths that are not UTF-8, and keeps two of them apart', async () => {
  const blob = made.gitWithInput('x', 'hash-object', '-w', '--stdin');
  const tree = made.gitWithInput(
    Buffer.concat(
      [0xe4, 0xf6].map(byte =>
        Buffer.from(
          `100644 blob ${blob}\tdaten-${String.fromCharCode(byte)}.csv\0`,
          'latin1',
        ),
      ),
    ),
    'mktree',
    '-z',
  );
  const commit = made.git('commit-tree', '-m', 'Latin 1', tree);
  await expect(paths(commit)).resolves.toEqual([
    'daten-\\xe4.csv',
    'daten-\\xf6.csv',
  ]);
});

it('has nothing in an empty tree', async () => {
  await expect(paths(made.commit('Nothing'))).resolves.toEqual([]);
});

it('rejects what is no tree, with the command', async () => {
  await expect(paths('--name-only')).rejects.toMatchObject({
    name: 'GitError',
    exitCode: 128,
    command: 'git ls-tree -r -z --full-tree --end-of-options --name-only',
  });
});
