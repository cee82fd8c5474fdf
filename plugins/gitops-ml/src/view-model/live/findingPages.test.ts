import fs from 'node:fs';
import path from 'node:path';
import { findFindingPage } from './findFindingPage';
import { FINDING_PAGES } from './findingPages';

const CODES = Object.keys(FINDING_PAGES);

const DIRECTORY = path.resolve(__dirname, '../../../../../docs/findings');

/** A page's words, without the marks and line breaks of Markdown. */
const wordsOf = (code: string) =>
  fs
    .readFileSync(path.join(DIRECTORY, `${code}.md`), 'utf8')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ');

describe('the pages of findings', () => {
  it('are those of docs/findings', () => {
    expect(fs.readdirSync(DIRECTORY).sort()).toEqual(
      CODES.map(code => `${code}.md`).sort(),
    );
  });

  it.each(CODES)('say of %s what docs/findings says', code => {
    const { title, means, matters, fix } = findFindingPage(code)!;
    const words = wordsOf(code);
    expect(
      [title, means, matters, ...fix].filter(text => !words.includes(text)),
    ).toEqual([]);
  });

  it('are none for a code that a newer back end has', () => {
    expect(findFindingPage('from-tomorrow')).toBeUndefined();
  });
});
