import { openRepository } from './openRepository';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from './testUtils';

let made: TestRepository;

beforeEach(() => {
  made = new TestRepository(createTemporaryFolder());
});

afterEach(() => removeFolder(made.directory));

async function tags() {
  const repository = await openRepository(made.directory);
  try {
    return await repository.annotatedTags();
  } finally {
    await repository.close();
  }
}

it('lists annotated tags with the tagger’s time in UTC, and no lightweight ones', async () => {
  const commit = made.commit('First', { a: '1' });
  made.git('tag', 'light');
  made.tag('model@v1.0.0', commit, 'Registered\n\nwith details');
  made.tag('dir/model#prod#1', commit);
  await expect(tags()).resolves.toEqual([
    {
      name: 'dir/model#prod#1',
      commit,
      taggedAt: '2026-01-01T00:02:00Z',
      tagger: 'Cy Committer',
      message: 'dir/model#prod#1',
    },
    {
      name: 'model@v1.0.0',
      commit,
      taggedAt: '2026-01-01T00:01:00Z',
      tagger: 'Cy Committer',
      message: 'Registered\n\nwith details',
    },
  ]);
});

it('follows a tag of a tag of a tag to its commit', async () => {
  const commit = made.commit('First', { a: '1' });
  made.tag('one');
  made.tag('two', 'one');
  made.tag('three', 'two');
  const found = await tags();
  expect(found.map(tag => [tag.name, tag.commit])).toEqual([
    ['one', commit],
    ['three', commit],
    ['two', commit],
  ]);
});

it('has no commit for a tag of a file or a tree', async () => {
  made.commit('First', { a: '1' });
  made.tag('file', 'HEAD:a');
  made.tag('tree', 'HEAD^{tree}');
  const found = await tags();
  expect(found.map(tag => [tag.name, tag.commit])).toEqual([
    ['file', undefined],
    ['tree', undefined],
  ]);
});

function writeTag(name: string, lines: string[]): void {
  const oid = made.gitWithInput(
    `${lines.join('\n')}\n`,
    'hash-object',
    '-w',
    '-t',
    'tag',
    '--literally',
    '--stdin',
  );
  made.git('update-ref', `refs/tags/${name}`, oid);
}

it('leaves the signature out of the message, and takes a zone into account', async () => {
  const commit = made.commit('First', { a: '1' });
  writeTag('signed', [
    `object ${commit}`,
    'type commit',
    'tag signed',
    'tagger Zoë <z@example.com> 1767225600 +0530',
    '',
    'A release',
    '-----BEGIN PGP SIGNATURE-----',
    'abc',
    '-----END PGP SIGNATURE-----',
  ]);
  await expect(tags()).resolves.toEqual([
    {
      name: 'signed',
      commit,
      taggedAt: '2026-01-01T00:00:00Z',
      tagger: 'Zoë',
      message: 'A release',
    },
  ]);
});

it('dates a tag without a tagger as its commit', async () => {
  const commit = made.commit('First', { a: '1' });
  writeTag('old', [`object ${commit}`, 'type commit', 'tag old', '', '']);
  await expect(tags()).resolves.toEqual([
    {
      name: 'old',
      commit,
      taggedAt: '2026-01-01T00:00:00Z',
      tagger: undefined,
      message: undefined,
    },
  ]);
});
