import path from 'node:path';
import { firstParentLog, LogRange, LoggedCommit } from './firstParentLog';
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

async function collect(range: Partial<LogRange> = {}): Promise<LoggedCommit[]> {
  const commits: LoggedCommit[] = [];
  const log = firstParentLog(path.join(made.directory, '.git'), {
    ...range,
    to: range.to ?? made.git('rev-parse', 'HEAD'),
  });
  for await (const commit of log) commits.push(commit);
  return commits;
}

function blob(name: string): string {
  return made.git('rev-parse', name);
}

function mergedHistory() {
  const root = made.commit('Root', { base: '0' });
  made.git('checkout', '--quiet', '-b', 'side');
  made.commit('Side', { side: 's' });
  made.git('checkout', '--quiet', 'main');
  const main = made.commit('Main', { main: 'm' });
  made.git('merge', '--quiet', '--no-ff', '--no-edit', 'side');
  return { root, main, merge: made.git('rev-parse', 'HEAD') };
}

it('shows what each commit changed, and of a merge what it brought to its first parent', async () => {
  const { root, main, merge } = mergedHistory();
  await expect(collect()).resolves.toEqual([
    {
      oid: merge,
      changes: [{ path: 'side', oid: blob('HEAD:side'), mode: '100644' }],
    },
    {
      oid: main,
      changes: [{ path: 'main', oid: blob('HEAD:main'), mode: '100644' }],
    },
    {
      oid: root,
      changes: [{ path: 'base', oid: blob('HEAD:base'), mode: '100644' }],
    },
  ]);
});

it('says the same whatever the repository configures', async () => {
  mergedHistory();
  const expected = await collect();
  const settings = {
    'log.showRoot': 'false',
    'log.diffMerges': 'combined',
    'log.showSignature': 'true',
    'log.follow': 'true',
    'diff.renames': 'copies',
    'diff.relative': 'true',
    'diff.noprefix': 'true',
    'diff.ignoreSubmodules': 'all',
    'diff.orderFile': '/no/such/file',
    'color.ui': 'always',
    'color.diff': 'always',
    'format.pretty': 'fuller',
    'core.abbrev': '7',
    'core.quotePath': 'true',
    'notes.displayRef': '*',
  };
  for (const [key, value] of Object.entries(settings))
    made.git('config', key, value);
  await expect(collect()).resolves.toEqual(expected);
});

it('tells deletions, mode changes, renames and submodules', async () => {
  const first = made.commit('First', { gone: '1', moved: '2', run: '3' });
  const run = blob('HEAD:run');
  const moved = blob('HEAD:moved');
  made.write({ gone: undefined, moved: undefined, target: '2' });
  made.git('add', '--all');
  made.git('update-index', '--chmod=+x', 'run');
  made.git('update-index', '--add', '--cacheinfo', `160000,${first},sub`);
  made.git('commit', '--quiet', '-m', 'Second');
  const [second] = await collect();
  expect(second.changes).toEqual([
    { path: 'gone', oid: undefined, mode: '100644' },
    { path: 'moved', oid: undefined, mode: '100644' },
    { path: 'run', oid: run, mode: '100755' },
    { path: 'sub', oid: first, mode: '160000' },
    { path: 'target', oid: moved, mode: '100644' },
  ]);
});

it('keeps paths that look like records apart from records', async () => {
  const names = ['\n:100644 x', ':100644 000000 a b D', 'a'.repeat(40)];
  made.commit('Hostile', Object.fromEntries(names.map(name => [name, 'x'])));
  const [commit] = await collect();
  expect(commit.changes.map(change => change.path).sort()).toEqual(
    names.sort(),
  );
});

it('walks a range, in both orders, with commits that change nothing', async () => {
  const oids = ['1', '2', '2', '3'].map(text => made.commit(text, { a: text }));
  const newest = await collect({ from: oids[0] });
  expect(newest.map(commit => commit.oid)).toEqual([oids[3], oids[2], oids[1]]);
  expect(newest.map(commit => commit.changes.length)).toEqual([1, 0, 1]);
  const oldest = await collect({ from: oids[0], order: 'oldest-first' });
  expect(oldest).toEqual([...newest].reverse());
  await expect(collect({ from: oids[3] })).resolves.toEqual([]);
});

it('ends at the border of a shallow clone', async () => {
  made.commit('First', { a: '1' });
  const second = made.commit('Second', { b: '2' });
  const shallow = path.join(made.directory, 'shallow.git');
  made.git(
    'clone',
    '-q',
    '--bare',
    '--depth=1',
    `file://${made.directory}`,
    shallow,
  );
  const commits: LoggedCommit[] = [];
  for await (const commit of firstParentLog(shallow, { to: second }))
    commits.push(commit);
  expect(
    commits.map(({ oid, changes }) => [
      oid,
      changes.map(change => change.path),
    ]),
  ).toEqual([[second, ['a', 'b']]]);
});

it('rejects what it cannot walk, and can be left early', async () => {
  made.commit('First', { a: '1' });
  await expect(collect({ to: 'f'.repeat(40) })).rejects.toMatchObject({
    name: 'GitError',
  });
  await expect(collect({ to: '--output=pwned' })).rejects.toMatchObject({
    name: 'GitError',
  });
  const log = firstParentLog(path.join(made.directory, '.git'), { to: 'HEAD' });
  for await (const commit of log) {
    expect(commit.changes).toHaveLength(1);
    break;
  }
});

it('stops when it is told to', async () => {
  made.commit('First', { a: '1' });
  await expect(collect({ signal: AbortSignal.abort() })).rejects.toThrow(
    'git log failed: it was stopped',
  );
});

it('walks 2,000 commits', async () => {
  const commits = Array.from({ length: 2_000 }, (_, index) =>
    [
      'commit refs/heads/long',
      `committer C <c@example.com> ${1_767_225_600 + index} +0000`,
      'data 1',
      'x',
      'M 100644 inline data.dvc',
      `data ${`v${index}`.length}`,
      `v${index}`,
      '',
    ].join('\n'),
  );
  made.gitWithInput(commits.join('\n'), 'fast-import', '--quiet');
  const walked = await collect({ to: 'long', order: 'oldest-first' });
  expect(walked).toHaveLength(2_000);
  expect(walked.every(commit => commit.changes[0].path === 'data.dvc')).toBe(
    true,
  );
});
