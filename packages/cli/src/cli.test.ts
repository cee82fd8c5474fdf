import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from '@gitops-ml/git/testUtils';
import { createMlRepository } from './__testUtils__/createMlRepository';
import { answerProgram, PROGRAM, runProgram } from './__testUtils__/runProgram';

let folder: string;
let made: ReturnType<typeof createMlRepository>;

beforeAll(() => {
  folder = createTemporaryFolder();
  made = createMlRepository(path.join(folder, 'ml repository'));
});

afterAll(() => removeFolder(folder));

const run = (...args: string[]) =>
  runProgram(made.repository.directory, ...args);

const answer = (...args: string[]) =>
  answerProgram(made.repository.directory, ...args);

const BROKEN = {
  code: 'yaml-syntax',
  severity: 'error',
  message: expect.stringMatching(/^Not valid YAML: /),
  path: 'broken.dvc',
  line: expect.any(Number),
  column: expect.any(Number),
  remedy: 'Fix the line, or restore the last version that parsed.',
};

const RAW_DATA = {
  path: 'data/raw.csv',
  kind: 'file',
  hash: { algorithm: 'md5', value: '22a1a2931c8370d3aeedd7183606fd7f' },
  size: 14445097,
  files: null,
  declaredIn: 'data/raw.csv.dvc',
  stage: null,
  remote: 'storage',
  push: true,
  cache: true,
  imported: null,
};

const METRICS = {
  path: 'metrics.json',
  kind: 'file',
  hash: { algorithm: 'md5', value: '33333333333333333333333333333333' },
  size: 20,
  files: null,
  declaredIn: 'dvc.yaml',
  stage: 'train',
  remote: 'storage',
  push: true,
  cache: false,
  imported: null,
};

function modelFile(digit: string) {
  return {
    ...METRICS,
    path: 'model.pkl',
    hash: { algorithm: 'md5', value: digit.repeat(32) },
    size: 1024,
    cache: true,
  };
}

describe('data', () => {
  it('answers for HEAD, with what is broken beside what is good', () => {
    expect(answer('data')).toEqual({
      schemaVersion: 1,
      revision: made.head,
      data: [RAW_DATA, METRICS, modelFile('2')],
      problems: [BROKEN],
    });
  });

  it('answers for another revision, without uncommitted files', () => {
    made.repository.write({ 'new.dvc': 'outs:\n- path: new\n' });
    expect(answer('data', '--rev', 'churn@v1.0.0')).toEqual({
      schemaVersion: 1,
      revision: made.first,
      data: [RAW_DATA, METRICS, modelFile('1')],
      problems: [],
    });
    made.repository.write({ 'new.dvc': undefined });
  });

  it('prints a table, and problems to stderr', () => {
    const { status, stdout, stderr } = run('data');
    expect(status).toBe(0);
    expect(stdout).toBe(`\
PATH          KIND  HASH           SIZE  FILES  STAGE  REMOTE   DECLARED IN       NOTES
data/raw.csv  file  md5:22a1a29   14 MB      —  —      storage  data/raw.csv.dvc
metrics.json  file  md5:3333333    20 B      —  train  storage  dvc.yaml          not cached
model.pkl     file  md5:2222222  1.0 kB      —  train  storage  dvc.yaml
`);
    expect(stderr).toMatch(
      /^broken\.dvc:\d+:\d+: error: Not valid YAML: .* \[yaml-syntax\]\n {2}Fix the line/,
    );
  });

  it('reads a bare repository, from anywhere', () => {
    const bare = path.join(folder, 'bare.git');
    made.repository.git('clone', '-q', '--bare', '.', bare);
    expect(answer('--repo', bare, 'data').data).toEqual([
      RAW_DATA,
      METRICS,
      modelFile('2'),
    ]);
  });
});

describe('doctor', () => {
  it('lists each file with its status, and what each page lacks', () => {
    const { revision, files, pages, problems } = answer('doctor');
    expect(revision).toBe(made.head);
    expect(files).toEqual([
      { path: '.dvc/config', reader: 'dvc-config', status: 'read' },
      { path: 'broken.dvc', reader: 'dvc-file', status: 'problem' },
      { path: 'data/raw.csv.dvc', reader: 'dvc-file', status: 'read' },
      { path: 'dvc.lock', reader: 'dvc-lock', status: 'read' },
      { path: 'dvc.yaml', reader: 'dvc-yaml', status: 'read' },
      {
        path: 'features/feature_store.yaml',
        reader: 'feast',
        status: 'read',
      },
      { path: 'features/views.py', reader: 'feast', status: 'read' },
      { path: 'metrics.json', reader: 'dvc-yaml', status: 'read' },
    ]);
    expect(pages).toEqual([
      { page: 'features', ready: true, missing: [] },
      { page: 'data', ready: true, missing: [] },
      { page: 'models', ready: true, missing: [] },
    ]);
    expect(problems).toEqual([BROKEN]);
  });

  it('names the next command at an earlier revision', () => {
    const { pages } = answer('doctor', '--rev', made.first);
    expect(pages[0]).toEqual({
      page: 'features',
      ready: false,
      missing: [
        {
          what: 'There is no feature_store.yaml that could be read.',
          remedy:
            'Run `feast init`, and commit feature_store.yaml and the definitions beside it.',
        },
      ],
    });
  });
});

describe('models', () => {
  const version = (number: string, commit: string, digit: string) => ({
    version: number,
    commit,
    tag: `churn@${number}`,
    registeredAt: expect.stringMatching(/^2026-01-01T00:0\d:00Z$/),
    active: true,
    source: 'gto',
    artifact: {
      path: 'model.pkl',
      hash: { algorithm: 'md5', value: digit.repeat(32) },
    },
  });
  const stages = () => ({
    prod: {
      version: 'v1.0.0',
      commit: made.first,
      tag: 'churn#prod#1',
      assignedAt: '2026-01-01T00:02:00Z',
    },
  });
  const assignments = () => [
    {
      stage: 'prod',
      version: 'v1.0.0',
      commit: made.first,
      tag: 'churn#prod#1',
      at: '2026-01-01T00:02:00Z',
      active: true,
    },
  ];

  it('answers with every tag, and the artifact as each version had it', () => {
    expect(answer('models')).toEqual({
      schemaVersion: 1,
      revision: made.head,
      models: [
        {
          name: 'churn',
          deprecated: false,
          latest: 'v1.1.0',
          versions: [
            version('v1.1.0', made.second, '2'),
            version('v1.0.0', made.first, '1'),
          ],
          stages: stages(),
          assignments: assignments(),
        },
      ],
      problems: [BROKEN],
    });
  });

  it('with --rev leaves out tags that are younger than the commit', () => {
    const { models } = answer('models', '--rev', made.second);
    expect(models).toEqual([
      {
        name: 'churn',
        deprecated: false,
        latest: 'v1.0.0',
        versions: [version('v1.0.0', made.first, '1')],
        stages: stages(),
        assignments: assignments(),
      },
    ]);
  });
});

describe('features', () => {
  it('answers with what Feast would register', () => {
    const spot = (line: number) => ({ file: 'features/views.py', line });
    expect(answer('features')).toEqual({
      schemaVersion: 1,
      revision: made.head,
      projects: [
        {
          path: 'features',
          name: 'shop',
          entities: [
            {
              name: 'customer',
              joinKeys: ['customer_id'],
              valueType: 'INT64',
              definedIn: spot(7),
            },
          ],
          dataSources: [
            { name: 'stats', type: 'FileSource', definedIn: spot(9) },
          ],
          featureViews: [
            {
              name: 'customer_stats',
              type: 'FeatureView',
              entities: ['customer'],
              features: [
                { name: 'visits', dtype: 'INT64' },
                { name: 'rate', dtype: 'FLOAT' },
              ],
              ttlSeconds: 172800,
              online: true,
              sources: [{ name: 'stats', type: 'FileSource' }],
              tags: { team: 'growth' },
              definedIn: spot(11),
              unresolvedFields: [],
            },
          ],
          featureServices: [
            {
              name: 'churn_v1',
              projections: [
                { view: 'customer_stats', alias: null, features: ['rate'] },
              ],
              definedIn: spot(23),
              unresolvedFields: [],
            },
          ],
          unresolved: [],
        },
      ],
      problems: [],
    });
  });
});

describe('exit code 2 with an empty stdout', () => {
  it.each([
    [['data', '--rev', 'nope'], '"nope" names no commit of this repository.'],
    [['data', '--rev', '--all'], "Option '--rev' argument is ambiguous"],
    [['data', '--rev=--all'], '"--all" names no commit of this repository.'],
    [['data', '--rev', ''], '"" names no commit of this repository.'],
    [['data', '--repo', '/'], '/ is not a Git repository'],
    [['data', '--repo', '/no/such'], '/no/such is not a directory'],
    [['diff', 'a', 'b'], '"diff" is not there yet'],
    [['--frob', 'data'], "Unknown option '--frob'"],
    [[], 'Which verb?'],
  ])('%j', (args, message) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`gitops-ml: ${message}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('in a repository without a commit', () => {
    const empty = new TestRepository(path.join(folder, 'empty'));
    const { status, stdout, stderr } = run('--repo', empty.directory, 'data');
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `gitops-ml: There is no commit yet in the repository ${empty.directory}.\n`,
    });
  });

  it('without git', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [PROGRAM, 'data'],
      {
        cwd: made.repository.directory,
        encoding: 'utf8',
        env: { PATH: folder },
      },
    );
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'gitops-ml: git was not found. Install git 2.30 or newer and put it on the PATH.\n',
    });
  });
});

describe('help and version', () => {
  it('are answers', () => {
    expect(run('--version')).toEqual({
      status: 0,
      stdout: '0.1.0\n',
      stderr: '',
    });
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^gitops-ml \[--repo DIR\] VERB \[--rev REF\] \[--json\]\n/,
    );
  });
});

it('ends quietly when nobody reads on', async () => {
  const child = spawn(process.execPath, [PROGRAM, 'data', '--json'], {
    cwd: made.repository.directory,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text;
  });
  const code = await new Promise(resolve => {
    child.once('close', resolve);
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

it('leaves the working tree, the index and the refs alone', () => {
  const look = () => [
    made.repository.git('status', '--porcelain', '--ignored'),
    made.repository.git('for-each-ref'),
    made.repository.git('count-objects', '-v'),
  ];
  const before = look();
  for (const verb of ['data', 'doctor', 'features', 'models']) answer(verb);
  expect(look()).toEqual(before);
});
