import path from 'node:path';
import {
  createTemporaryFolder,
  removeFolder,
  TestRepository,
} from '@gitops-ml/git/testUtils';
import { answerProgram, runProgram } from './__testUtils__/runProgram';

let folder: string;

describe('state', () => {
  const directory = () => path.join(folder, 'deployed');
  const overlay = (name: string) =>
    `resources: [../base]\nnamePrefix: ${name}-\n`;
  let staged: string;
  let head: string;

  beforeAll(() => {
    folder = createTemporaryFolder();
    const repository = new TestRepository(directory());
    repository.write({
      'src/train.py': 'pass\n',
      'infra/base/kustomization.yaml': 'resources: []\n',
      'infra/staging/kustomization.yaml': overlay('a'),
      'infra/production/kustomization.yaml': overlay('b'),
    });
    staged = repository.commit('first');
    repository.write({
      'src/train.py': 'x = 1\n',
      'gitops-ml.yaml': `schemaVersion: 1\nenvironments:\n  - {name: production, revision: "${staged}"}\n  - {name: gone, revision: nothing}\n`,
    });
    head = repository.commit('second');
  });

  afterAll(() => removeFolder(folder));

  const stateOf = (...args: string[]) =>
    answerProgram(directory(), 'state', ...args);

  it('of a commit has no configuration', () => {
    const { revision, environment, parts, problems } = stateOf();
    expect({ revision, environment, problems }).toEqual({
      revision: head,
      environment: null,
      problems: [],
    });
    expect(parts).toEqual({
      code: {
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        paths: ['gitops-ml.yaml', 'src/train.py'],
      },
      features: {
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        projects: [],
      },
      data: { digest: expect.stringMatching(/^[0-9a-f]{64}$/), outputs: [] },
      model: null,
      configuration: null,
    });
  });

  it('of an environment is what it is to run: the commit that it follows', () => {
    const { revision, environment, parts } = stateOf('--env', 'production');
    expect({ revision, environment }).toEqual({
      revision: staged,
      environment: 'production',
    });
    expect(parts.code.paths).toEqual(['src/train.py']);
    expect(parts.configuration).toEqual({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      overlay: 'infra/production',
    });
  });

  it('prints a table', () => {
    const { stdout } = runProgram(directory(), 'state', '--env', 'staging');
    expect(stdout.replace(/[0-9a-f]{7}/g, 'fffffff')).toBe(`\
PART           DIGEST   WHAT
code           fffffff  2 files
features       fffffff  —
data           fffffff  0 outputs
model          —        —
configuration  fffffff  infra/staging
all            fffffff  staging
`);
  });

  it.each([
    [
      ['state', '--env', 'nope'],
      'There is no environment "nope" at HEAD. There are production, gone, staging.',
    ],
    [
      ['state', '--env', 'gone'],
      'The revision "nothing" of the environment "gone" names no commit of this repository.',
    ],
    [
      ['state', '--env', 'staging', '--rev', 'HEAD'],
      '--env and --rev exclude each other: an environment says its revision itself.',
    ],
    [['data', '--env', 'staging'], '"data" takes no --env.'],
  ])('%j can not be answered', (args, message) => {
    expect(runProgram(directory(), ...args)).toEqual({
      status: 2,
      stdout: '',
      stderr: `gitops-ml: ${message}\n`,
    });
  });
});
