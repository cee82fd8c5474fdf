import { existsSync, promises as fs, symlinkSync } from 'node:fs';
import path from 'node:path';
import { startDvcRemote } from '@gitops-ml/demo';
import {
  createTemporaryFolder,
  removeFolder,
  TestFile,
} from '@gitops-ml/git/testUtils';
import { parse } from 'yaml';
import { runAction } from '../../__testUtils__/runAction';
import { createDvcTrackAction } from './action';
import { examples } from './action.examples';

const ACCOUNT = { username: 'demo', password: 'demo-password' };
const CSV = 'a,b\n1,2\n';
const CSV_SUM = 'e5ebd4c02cefbe7955977c67ada242b7';

type Files = Record<string, Exclude<TestFile, undefined>>;

describe('gitops-ml:dvc:track', () => {
  let folder: string;
  let remote: Awaited<ReturnType<typeof startDvcRemote>>;
  let workspacePath: string;
  let remoteUrl: string;
  let count = 0;
  const errors: unknown[] = [];

  beforeAll(async () => {
    folder = createTemporaryFolder();
    remote = await startDvcRemote({
      directory: path.join(folder, 'objects'),
      port: 0,
      ...ACCOUNT,
      onError: error => errors.push(error),
    });
  });

  afterAll(async () => {
    await remote.close();
    removeFolder(folder);
    if (errors.length > 0) throw errors[0];
  });

  const write = async (files: Files) => {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(workspacePath, name);
      await fs.mkdir(path.dirname(file), { recursive: true });
      if (typeof content === 'object' && 'link' in content) {
        symlinkSync(content.link, file);
      } else {
        await fs.writeFile(file, content);
      }
    }
  };
  const read = (name: string) =>
    fs.readFile(path.join(workspacePath, name), 'utf8');
  const has = (name: string) => existsSync(path.join(workspacePath, name));

  beforeEach(async () => {
    count += 1;
    workspacePath = path.join(folder, `workspace-${count}`);
    remoteUrl = `${remote.url}/churn${count}`;
    await write({
      '.dvc/config': `[core]\n    remote = storage\n['remote "storage"']\n    url = ${remoteUrl}\n    auth = basic\n`,
      'data/raw/a.csv': CSV,
    });
  });

  const createAction = (
    credentials: { username?: string; password?: string } = ACCOUNT,
  ) =>
    createDvcTrackAction({
      fetch,
      remotes: [
        {
          urlPrefix: `${remote.url}/`,
          username: credentials.username,
          password: credentials.password,
        },
      ],
      limits: { bytes: 1000, files: 3 },
    });
  type Input = Parameters<
    ReturnType<typeof createAction>['handler']
  >[0]['input'];
  const track = (
    input: Input = { paths: ['data/raw/a.csv'] },
    options: { credentials?: object; isDryRun?: boolean } = {},
  ) =>
    runAction(createAction(options.credentials), input, {
      workspacePath,
      isDryRun: options.isDryRun,
    });
  const load = async (md5: string) => {
    const url = `${remoteUrl}/files/md5/${md5.slice(0, 2)}/${md5.slice(2)}`;
    const response = await fetch(url);
    return response.ok ? response.text() : response.status;
  };
  const pointer = (pushed: boolean) => ({
    path: 'data/raw/a.csv',
    md5: CSV_SUM,
    size: 8,
    pushed,
  });

  it('makes the pointer, pushes the bytes and removes the file', async () => {
    const run = await track();
    expect(run.error).toBeUndefined();
    expect(run.outputs).toEqual({ pointers: [pointer(true)] });
    expect(await read('data/raw/a.csv.dvc')).toBe(
      `outs:\n- md5: ${CSV_SUM}\n  size: 8\n  hash: md5\n  path: a.csv\n`,
    );
    expect(await read('data/raw/.gitignore')).toBe('/a.csv\n');
    expect(has('data/raw/a.csv')).toBe(false);
    expect(await load(CSV_SUM)).toBe(CSV);
    expect(run.lines).toEqual([
      `data/raw/a.csv.dvc: ${CSV_SUM}, 8 bytes. On ${remoteUrl}: 1 pushed, 0 there already.`,
    ]);
  });

  it('pushes a folder’s files and its listing', async () => {
    await write({ 'images/1': 'one', 'images/sub/ü': 'two' });
    const run = await track({ paths: ['images/'] });
    expect(run.error).toBeUndefined();
    const [{ md5 }] = run.outputs.pointers as { md5: string }[];
    expect(md5).toMatch(/^[0-9a-f]{32}\.dir$/);
    expect(await load(md5)).toBe(
      '[{"md5": "f97c5d29941bfb1b2fdab0874906ab82", "relpath": "1"}, {"md5": "b8a9f715dbb64fd5c56e7783c6820a61", "relpath": "sub/\\u00fc"}]',
    );
    expect(await load('f97c5d29941bfb1b2fdab0874906ab82')).toBe('one');
    expect(await read('images.dvc')).toContain('  size: 6\n  nfiles: 2\n');
    expect(await read('.gitignore')).toBe('/images\n');
    expect(has('images')).toBe(false);
  });

  it('sends nothing a second time', async () => {
    await track();
    const again = await track();
    expect(again.outputs).toEqual({ pointers: [pointer(true)] });
    expect(await read('data/raw/.gitignore')).toBe('/a.csv\n');
    await write({ 'data/raw/a.csv': CSV });
    const restarted = await track();
    expect(restarted.lines[0]).toContain('0 pushed, 1 there already');
    expect(await read('data/raw/.gitignore')).toBe('/a.csv\n');
  });

  it('tracks several paths in their order', async () => {
    await write({ b: 'b', c: '' });
    const run = await track({ paths: ['c', './b', 'data/raw/a.csv'] });
    expect(run.outputs.pointers).toMatchObject([
      { path: 'c', size: 0, md5: 'd41d8cd98f00b204e9800998ecf8427e' },
      { path: 'b', size: 1 },
      { path: 'data/raw/a.csv' },
    ]);
  });

  describe('without write access', () => {
    const noAccess: [string, Partial<Input>, { credentials?: object }][] = [
      ['no credentials', {}, { credentials: {} }],
      [
        'wrong credentials',
        {},
        { credentials: { username: 'demo', password: 'wrong-password' } },
      ],
      ['a remote that is not configured', { remoteUrl: 'http://h/x' }, {}],
      ['a remote of another kind', { remoteUrl: 's3://bucket' }, {}],
      ['push: false', { push: false }, {}],
    ];

    it.each(noAccess)(
      'makes the pointer and says what to run: %s',
      async (_, input, options) => {
        const paths = ['data/raw/a.csv'];
        const run = await track({ paths, ...input }, options);
        expect(run.error).toBeUndefined();
        expect(run.outputs).toEqual({ pointers: [pointer(false)] });
        expect(has('data/raw/a.csv')).toBe(false);
        expect(await load(CSV_SUM)).toBe(404);
        expect(run.lines[0]).toContain('make data && dvc push');
        expect(run.lines[0]).not.toContain('wrong-password');
      },
    );

    it('fails, and leaves the file, where the push must be', async () => {
      const input = { paths: ['data/raw/a.csv'], push: true };
      const run = await track(input, { credentials: {} });
      expect(run.error).toContain('holds no username and password');
      expect(has('data/raw/a.csv')).toBe(true);
    });

    it('says so where the workspace names no remote', async () => {
      await write({ '.dvc/config': '' });
      const run = await track();
      expect(run.lines[0]).toContain('.dvc/config names no default remote');
    });
  });

  it('pushes nothing in a dry run', async () => {
    const run = await track(undefined, { isDryRun: true });
    expect(run.outputs).toEqual({ pointers: [pointer(false)] });
    expect(has('data/raw/a.csv.dvc')).toBe(true);
    expect(await load(CSV_SUM)).toBe(404);
  });

  describe('refuses', () => {
    it.each<[string, string, Files, string]>([
      ['a path outside', '../x', {}, 'is not inside the workspace'],
      ['an absolute path', '/etc/passwd', {}, 'is not inside the workspace'],
      ['the workspace itself', '.', {}, 'is not inside the workspace'],
      ['DVC’s own folder', '.dvc/config', {}, 'a folder of Git'],
      [
        'what is not there',
        'nothing',
        {},
        'has neither nothing nor nothing.dvc',
      ],
      ['a link', 'l', { l: { link: '/etc/passwd' } }, 'l is a symbolic link'],
      [
        'a path through a link',
        'l/passwd',
        { l: { link: '/etc' } },
        'l is a symbolic link',
      ],
      [
        'a link inside',
        'd',
        { 'd/l': { link: '/etc' } },
        'd/l is a symbolic link',
      ],
      [
        'a pointer that is a link',
        'x',
        { x: 'x', 'x.dvc': { link: '/tmp/gitops-ml-escape' } },
        'x.dvc is a symbolic link',
      ],
      [
        'too many bytes',
        'x',
        { x: 'x'.repeat(1001) },
        'larger than 1000 bytes',
      ],
      [
        'too many files',
        'd',
        { 'd/1': '', 'd/2': '', 'd/3': '', 'd/4': '' },
        'more than 3 files',
      ],
      ['a repository', 'd', { 'd/.git/HEAD': '' }, 'd/.git is a folder of Git'],
      [
        'an ignore file inside',
        'd',
        { 'd/.dvcignore': '' },
        'inside a tracked folder',
      ],
      [
        'a pointer',
        'x.dvc',
        { 'x.dvc': 'outs: []\n' },
        "is a file of Git's or DVC's own",
      ],
      [
        'a pipeline',
        'd/dvc.yaml',
        { 'd/dvc.yaml': 'stages: {}\n' },
        "is a file of Git's or DVC's own",
      ],
      [
        'a folder with a pointer',
        'd',
        { 'd/a': '', 'd/b.dvc': 'outs: []\n' },
        'd/b.dvc tracks something inside a folder',
      ],
      [
        'what lies in a tracked folder',
        'd/e/a',
        {
          'd/e/a': '',
          'd.dvc': `outs:\n- md5: ${CSV_SUM}.dir\n  hash: md5\n  path: d\n`,
        },
        'd/e/a lies in d, which d.dvc tracks already',
      ],
      [
        'an output of a stage',
        'd/a',
        { 'd/a': '', 'dvc.yaml': 'stages: {s: {cmd: x, outs: [d/a]}}\n' },
        'd/a overlaps with an output of the stage "s" in dvc.yaml',
      ],
      [
        'a folder around an output of a stage',
        'd',
        { 'd/a': '', 'dvc.yaml': 'stages: {s: {cmd: x, outs: [d/a/b]}}\n' },
        'd overlaps with an output of the stage "s" in dvc.yaml',
      ],
      [
        'what has a pointer to other bytes',
        'x',
        {
          x: 'x',
          'x.dvc': `outs:\n- md5: ${CSV_SUM}\n  size: 8\n  hash: md5\n  path: x\n`,
        },
        `x.dvc is there already and points to ${CSV_SUM}, while x has the md5 9dd4e461268c8034f5c8564e155c67a6`,
      ],
      [
        'what has a pointer that can not be read',
        'x',
        { x: 'x', 'x.dvc': '<<<<<<<' },
        'x.dvc is there already and points to something else',
      ],
      [
        'a pointer that Git would leave out',
        'd/x',
        { 'd/x': 'x', '.gitignore': '/d/\n' },
        'A .gitignore leaves d/x.dvc out',
      ],
      [
        'an ignored file',
        'x.tmp',
        { 'x.tmp': '', '.dvcignore': '*.tmp' },
        'left out by a .dvcignore',
      ],
    ])('%s', async (_, target, files, message) => {
      await write(files);
      const run = await track({ paths: [target] });
      expect(run.error).toMatch(/^InputError: /);
      expect(run.error).toContain(message);
      expect(existsSync('/tmp/gitops-ml-escape')).toBe(false);
    });
  });

  it('keeps a pointer to the same bytes as it is', async () => {
    const text = `# Ours\nouts:\n- md5: ${CSV_SUM}\n  size: 8\n  hash: md5\n  path: a.csv\n  desc: the truth\n`;
    await write({ 'data/raw/a.csv.dvc': text });
    const run = await track();
    expect(run.error).toBeUndefined();
    expect(await read('data/raw/a.csv.dvc')).toBe(text);
    expect(await load(CSV_SUM)).toBe(CSV);
    expect(has('data/raw/a.csv')).toBe(false);
  });

  it.each<[string, string, Files]>([
    ['a file', 'data/raw/a.csv', { '.gitignore': '*.csv\n' }],
    ['a folder', 'd', { 'd/a': '1', '.gitignore': '/d/\n' }],
  ])('adds no entry for %s that Git ignores already', async (_, at, files) => {
    await write(files);
    const run = await track({ paths: [at] });
    expect(run.error).toBeUndefined();
    expect(await read('.gitignore')).toBe(files['.gitignore']);
    expect(has('data/raw/.gitignore')).toBe(false);
    expect(has(`${at}.dvc`)).toBe(true);
  });

  it('leaves out what .dvcignore leaves out', async () => {
    await write({ 'd/a': '1', 'd/a.tmp': '22', '.dvcignore': '*.tmp' });
    const run = await track({ paths: ['d'] });
    expect(run.outputs.pointers).toMatchObject([{ path: 'd', size: 1 }]);
  });

  it.each(examples.map(({ description, example }) => [description, example]))(
    'runs its example: %s',
    async (_, example) => {
      await write({
        'data/raw/transactions.csv': 'id\n',
        'data/images/1.png': 'png',
      });
      const [step] = parse(example).steps;
      const action = createAction();
      expect(step.action).toBe(action.id);
      const input = { ...step.input };
      if (input.remoteUrl) input.remoteUrl = `${remote.url}/churn`;
      const run = await runAction(action, input, { workspacePath });
      expect(run.error).toBeUndefined();
      expect(run.outputs.pointers).toMatchObject([
        { path: input.paths[0], pushed: input.push !== false },
      ]);
    },
  );
});
