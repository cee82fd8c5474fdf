// What the documentation points to is there: files, headings, pictures.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from './toolchain/paths.mjs';

const largestPicture = 150_000;

// A checkout's files, committed or about to be.
const listed = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
  { cwd: root, encoding: 'utf8' },
);
const files = listed
  .split('\0')
  .filter(file => file && fs.existsSync(path.join(root, file)));
const pages = files.filter(
  file => file.endsWith('.md') && !/skeleton|testdata|report/.test(file),
);

const read = file => fs.readFileSync(path.join(root, file), 'utf8');
// What stands in code is an example, no link and no heading.
const withoutCode = text =>
  text
    .replace(/^```[^]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, code => ' '.repeat(code.length));

/** The anchor that GitHub gives a heading. */
const anchorOf = heading =>
  heading
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsIn = file =>
  [
    ...read(file)
      .replace(/^```[^]*?^```/gm, '')
      .matchAll(/^#+ (.*)$/gm),
  ].map(([, heading]) => anchorOf(heading));

const linksIn = file =>
  [
    ...withoutCode(read(file)).matchAll(
      /\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g,
    ),
  ]
    .map(([, link, source]) => link ?? source)
    .filter(link => !/^[a-z]+:/.test(link));

/** The file that a page's link leads to, from the root. */
const targetOf = (page, link) => {
  const [file] = link.split('#');
  return file ? path.join(path.dirname(page), file) : page;
};

for (const page of pages) {
  test(`${page} links to what is there`, () => {
    const broken = linksIn(page).filter(link => {
      const target = targetOf(page, link);
      if (!fs.existsSync(path.join(root, target))) return true;
      const anchor = link.split('#')[1];
      return anchor !== undefined && !anchorsIn(target).includes(anchor);
    });
    assert.deepEqual(broken, []);
  });
}

test('every page of docs/ and every picture is reached from the README', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) {
    if (!page.endsWith('.md') || !files.includes(page)) continue;
    for (const link of linksIn(page)) reached.add(targetOf(page, link));
  }
  const documents = files.filter(file => file.startsWith('docs/'));
  assert.deepEqual(
    documents.filter(file => !reached.has(file)),
    [],
  );
});

test('no picture is larger than 150 kB', () => {
  const large = files.filter(
    file =>
      file.startsWith('docs/images/') &&
      fs.statSync(path.join(root, file)).size > largestPicture,
  );
  assert.deepEqual(large, []);
});

test('each configuration key of the plugins is on a page about installing', () => {
  const text = ['docs/install.md', 'docs/install-the-template.md']
    .map(read)
    .join('\n');
  const declared = files
    .filter(file => file.endsWith('/config.d.ts'))
    .flatMap(file => [...read(file).matchAll(/^\s+(\w+)\??:/gm)])
    .map(([, key]) => key);
  assert.ok(declared.length > 0);
  assert.deepEqual(
    declared.filter(key => !text.includes(key)),
    [],
  );
});
