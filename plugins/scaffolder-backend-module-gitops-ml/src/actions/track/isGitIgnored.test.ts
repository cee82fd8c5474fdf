import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from '@gitops-ml/git/testUtils';
import { isGitIgnored } from './isGitIgnored';

describe('isGitIgnored', () => {
  let folder: string;
  beforeEach(() => {
    folder = createTemporaryFolder();
  });
  afterEach(() => removeFolder(folder));

  it.each<[string, Record<string, string>, boolean]>([
    ['a.csv', {}, false],
    ['a.csv', { '.gitignore': '*.csv\n' }, true],
    ['A.CSV', { '.gitignore': '*.csv\n' }, false],
    ['d/a.csv', { '.gitignore': '*.csv\n' }, true],
    ['d/a.csv', { '.gitignore': '/*.csv\n' }, false],
    ['d/a.csv', { '.gitignore': '*.csv\n', 'd/.gitignore': '!a.csv\n' }, false],
    ['d/a.csv', { '.gitignore': '!*.csv\n', 'd/.gitignore': '/a.csv' }, true],
    ['d/e/a', { '.gitignore': 'd/\n', 'd/e/.gitignore': '!a\n' }, true],
    ['d/e/a', { '.gitignore': 'd/*\n!d/e/\n' }, false],
    ['d/e/a', { 'd/.gitignore': 'e/\n' }, true],
    ['d/', { '.gitignore': '/d/\n' }, true],
    ['d/a b', { '.gitignore': 'a\\ b\n# a\n' }, true],
    ['d/a', { '.gitignore': '**/a\r\n' }, true],
  ])('of %j with %j says %s, as git does', async (asked, files, expected) => {
    const made = new TestRepository(folder);
    mkdirSync(path.join(folder, 'd/e'), { recursive: true });
    made.commit('ignore', { keep: '', ...files });
    const said = (() => {
      try {
        return made.git('check-ignore', '--no-index', asked) !== '';
      } catch {
        return false;
      }
    })();
    expect([await isGitIgnored(folder, asked), said]).toEqual([
      expected,
      expected,
    ]);
  });
});
