import path from 'node:path';
import { GitError } from './GitError';
import { openRepository } from './openRepository';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from './testUtils';

let folder: string;
let made: TestRepository;
let first: string;
let second: string;

beforeAll(() => {
  folder = createTemporaryFolder();
  made = new TestRepository(path.join(folder, 'work with space'));
  first = made.commit('First\n\nWith a body.', { 'a/b.txt': 'one' });
  second = made.commit('Zweiter Ümlaut', { 'a/b.txt': 'two' });
});

afterAll(() => removeFolder(folder));

describe('openRepository', () => {
  it('opens a working tree and a folder in it', async () => {
    const inner = path.join(made.directory, 'a');
    for (const directory of [made.directory, inner]) {
      const repository = await openRepository(directory);
      expect(repository.gitDirectory).toBe(path.join(made.directory, '.git'));
      await expect(repository.head()).resolves.toBe(second);
      await expect(repository.defaultBranch()).resolves.toBe('main');
      await repository.close();
    }
  });

  it('opens a bare repository and a linked working tree', async () => {
    const bare = path.join(folder, 'bare.git');
    made.git('clone', '--quiet', '--bare', made.directory, bare);
    const linked = path.join(folder, 'linked');
    made.git('worktree', 'add', '--quiet', '--detach', linked, first);

    const repository = await openRepository(bare, { search: false });
    await expect(repository.head()).resolves.toBe(second);
    const tree = await openRepository(linked);
    await expect(tree.head()).resolves.toBe(first);
    await expect(tree.defaultBranch()).resolves.toBeUndefined();
    await repository.close();
    await tree.close();
  });

  it('says what is wrong with a folder that is none', async () => {
    await expect(openRepository(folder)).rejects.toThrow(
      `${folder} is not a Git repository, and no folder above it is one.`,
    );
    await expect(
      openRepository(path.join(made.directory, 'a'), { search: false }),
    ).rejects.toThrow(GitError);
    await expect(openRepository(path.join(folder, 'none'))).rejects.toThrow(
      'is not a directory',
    );
  });

  it('answers for an empty repository', async () => {
    const empty = new TestRepository(path.join(folder, 'empty'));
    const repository = await openRepository(empty.directory);
    await expect(repository.head()).resolves.toBeUndefined();
    await expect(repository.defaultBranch()).resolves.toBe('main');
    await expect(repository.refs()).resolves.toEqual([]);
    await expect(repository.annotatedTags()).resolves.toEqual([]);
    await expect(repository.isShallow()).resolves.toBe(false);
    await repository.close();
  });

  it('knows a shallow clone, whose last commit names absent parents', async () => {
    const shallow = path.join(folder, 'shallow');
    made.git('clone', '-q', '--depth=1', `file://${made.directory}`, shallow);
    const repository = await openRepository(shallow);
    await expect(repository.isShallow()).resolves.toBe(true);
    await expect(repository.commit(second)).resolves.toMatchObject({
      parents: [first],
    });
    await expect(repository.commit(first)).resolves.toBeUndefined();
    await repository.close();
  });
});

describe('Repository', () => {
  it('reads commits with times in UTC, and leaves out what is none', async () => {
    const repository = await openRepository(made.directory);
    const tree = made.git('rev-parse', 'HEAD^{tree}');
    await expect(
      repository.commits([second, tree, 'f'.repeat(40), first]),
    ).resolves.toEqual([
      {
        oid: second,
        parents: [first],
        author: 'Ada Author',
        authorEmail: 'ada@example.com',
        date: '2026-01-01T00:01:00Z',
        message: 'Zweiter Ümlaut',
      },
      {
        oid: first,
        parents: [],
        author: 'Ada Author',
        authorEmail: 'ada@example.com',
        date: '2026-01-01T00:00:00Z',
        message: 'First\n\nWith a body.',
      },
    ]);
    await repository.close();
  });

  it('lists refs below prefixes, sorted by name', async () => {
    const tag = made.tag('v1', first);
    made.git('branch', 'feature', first);
    const repository = await openRepository(made.directory);
    await expect(repository.refs('refs/heads/', 'refs/tags/')).resolves.toEqual(
      [
        { name: 'refs/heads/feature', oid: first, type: 'commit' },
        { name: 'refs/heads/main', oid: second, type: 'commit' },
        { name: 'refs/tags/v1', oid: tag, type: 'tag' },
      ],
    );
    await repository.close();
  });

  it('tells bytes, too large and missing apart', async () => {
    const repository = await openRepository(made.directory);
    const oid = made.git('rev-parse', 'HEAD:a/b.txt');
    await expect(repository.blob(oid, 3)).resolves.toEqual({
      kind: 'bytes',
      bytes: Buffer.from('two'),
    });
    await expect(repository.blob(oid, 2)).resolves.toEqual({
      kind: 'too-large',
      size: 3,
    });
    await expect(repository.blob('0'.repeat(40), 9)).resolves.toEqual({
      kind: 'missing',
    });
    await expect(repository.blob(first, 999)).resolves.toEqual({
      kind: 'missing',
    });
    await expect(repository.blob('HEAD', 9)).rejects.toThrow(GitError);
    await repository.close();
  });
});
