import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const person = 'Tester <tester@example.com>';

function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

const seconds = time => Math.floor(Date.parse(time) / 1000);

function writeCommit({ at, files = {}, message = 'a commit' }, index) {
  const blobs = Object.entries(files).map(
    ([file, content]) => `M 100644 inline ${file}\n${data(content)}`,
  );
  return [
    `commit refs/heads/main\nmark :${index + 1}\n`,
    `committer ${person} ${seconds(at)} +0000\n`,
    data(message),
    ...(index > 0 ? [`from :${index}\n`] : []),
    ...blobs,
    '\n',
  ].join('');
}

function writeTag({ name, commit, at, message }) {
  return (
    `tag ${name}\nfrom :${commit + 1}\n` +
    `tagger ${person} ${seconds(at)} +0000\n${data(message ?? name)}`
  );
}

/**
 * Makes a repository with a linear history on `main` and annotated tags, at
 * chosen times, in one call of Git.
 *
 * commits: `{at, files?, message?}[]`, oldest first; tags: `{name, commit (index),
 * at, message?}[]`. Answers the commits' object names.
 */
export function importHistory(directory, { commits, tags }) {
  fs.mkdirSync(directory, { recursive: true });
  const git = (args, input) =>
    execFileSync('git', args, { cwd: directory, input, encoding: 'utf8' });
  git(['init', '--quiet', '--initial-branch=main']);
  const marks = path.join(directory, '.git', 'conformance-marks');
  git(
    ['fast-import', '--quiet', `--export-marks=${marks}`],
    commits.map(writeCommit).join('') + tags.map(writeTag).join(''),
  );
  git(['reset', '--quiet', '--hard', 'main']);
  const oids = new Map(
    fs
      .readFileSync(marks, 'utf8')
      .trim()
      .split('\n')
      .map(line => line.split(' ')),
  );
  return commits.map((_, index) => oids.get(`:${index + 1}`));
}
