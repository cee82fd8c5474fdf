import path from 'node:path';
import { resolveRef } from './resolveRef';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from './testUtils';

let made: TestRepository;
let gitDirectory: string;
let first: string;
let second: string;

beforeAll(() => {
  made = new TestRepository(createTemporaryFolder());
  gitDirectory = path.join(made.directory, '.git');
  first = made.commit('First', { a: '1' });
  made.tag('v1');
  second = made.commit('Second', { a: '2' });
  made.tag('nested', 'v1');
  made.git('tag', 'of-a-file', 'HEAD:a');
});

afterAll(() => removeFolder(made.directory));

it('resolves names, short ids, tags of tags and steps back', async () => {
  const names = [
    ['main', second],
    ['refs/heads/main', second],
    ['HEAD', second],
    ['HEAD~1', first],
    ['v1', first],
    ['nested', first],
    [first.slice(0, 10), first],
  ];
  for (const [name, oid] of names) {
    await expect(resolveRef(gitDirectory, name)).resolves.toBe(oid);
  }
});

it.each([
  [''],
  ['none'],
  ['--upload-pack=touch pwned'],
  ['-h'],
  ['--all'],
  ['--end-of-options'],
  ['^main'],
  ['HEAD~1..HEAD'],
  ['HEAD...HEAD~1'],
  ['HEAD^@'],
  ['HEAD^{tree}'],
  ['HEAD:a'],
  [':a'],
  ['of-a-file'],
  ['@{-1}'],
  ['HEAD~99'],
  ['main\nHEAD'],
  ['main\0'],
  ['../../etc/passwd'],
  ['f'.repeat(40)],
  ['f'.repeat(100_000)],
])('names no commit: %j', async ref => {
  await expect(resolveRef(gitDirectory, ref)).resolves.toBeUndefined();
});
