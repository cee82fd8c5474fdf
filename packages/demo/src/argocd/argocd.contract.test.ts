import path from 'node:path';
import { TestRepository } from '@gitops-ml/git/testUtils';
import {
  Plan,
  PlannedStep,
  planOfArgoCd,
  planOfGitOps,
  planSteps,
} from './__testUtils__/plans';
import { pushTo } from './__testUtils__/pushTo';
import {
  comparable,
  readRecordings,
  Recording,
} from './__testUtils__/recordings';
import { ReplayWorld, whySkipped } from './__testUtils__/ReplayWorld';

function runnable(
  file: string,
  plan: Plan,
): [string, Recording, PlannedStep][] {
  return planSteps(readRecordings(file), plan).filter(
    ([, , step]) => !whySkipped(step),
  );
}

const isRefusal = (json: unknown) =>
  typeof json === 'object' && json !== null && 'error' in json;

async function expectSame(
  world: ReplayWorld,
  recording: Recording,
  step: PlannedStep,
): Promise<void> {
  const { status, json } = await world.send(recording, step.as);
  expect(status).toBe(recording.response.status);
  const expected = world.expectedBody(recording);
  if (isRefusal(expected) || !step.otherBody) {
    expect(comparable(json)).toEqual(expected);
  }
}

const kustomization = 'resources: []\n';
const overlays = (...names: string[]) =>
  Object.fromEntries(
    names.map(name => [`infra/${name}/kustomization.yaml`, kustomization]),
  );

describe('a real Argo CD answered the same about Applications', () => {
  let world: ReplayWorld;

  beforeAll(async () => {
    world = await ReplayWorld.start();
    const infra = new TestRepository(path.join(world.folder, 'infra'));
    infra.commit(
      'overlays',
      overlays('base', 'staging', 'production', 'canary'),
    );
    await pushTo(infra, world.forge, 'infra');
  });
  afterAll(() => world.stop());

  it.each(runnable('rest-argocd.ndjson', planOfArgoCd))(
    '%s',
    async (_name, recording, step) => {
      if (step.policy) world.setPolicy(step.policy);
      if (step.before) await world.waitUntilSame(recording, step);
      await expectSame(world, recording, step);
    },
  );
});

describe('a real Argo CD answered the same about ApplicationSets', () => {
  let world: ReplayWorld;
  let churn: TestRepository;

  const environment = (name: string, revision: string, namespace: string) => ({
    [`argocd/environments/${name}.yaml`]: `environment: ${name}\nrevision: ${revision}\ncluster: in-cluster\nnamespace: ${namespace}\n`,
  });
  const productionRevision = '95495d636f7c1bee73b29e6d63ac004bba612740';

  const arrangements = {
    'the final environments': async () => {
      churn.commit('the final environments', {
        'argocd/environments/hooks.yaml': undefined,
        'argocd/environments/jobs.yaml': undefined,
        ...environment('staging', 'main', 'final-staging'),
        ...environment('production', 'main', 'final-production'),
      });
      await pushTo(churn, world.forge, 'churn');
    },
    'churn-staging of another project': async () => {
      const body = {
        metadata: { name: 'churn-staging' },
        spec: {
          project: 'churn',
          source: {
            repoURL: 'http://127.0.0.1:28200/churn.git',
            path: 'infra/staging',
          },
          destination: { name: 'in-cluster', namespace: 'churn-staging' },
        },
      };
      const { status } = await world.send(
        {
          label: 'arranged',
          request: { method: 'POST', path: '/api/v1/applications', body },
        },
        'admin',
      );
      expect(status).toBe(200);
    },
    'the controller has looked': (recording: Recording, step: PlannedStep) =>
      world.waitUntilSame(recording, step),
  };

  beforeAll(async () => {
    world = await ReplayWorld.start();
    churn = new TestRepository(path.join(world.folder, 'churn'));
    churn.commit('a repository as the recorded one was', {
      'argocd/applicationset.yaml': kustomization,
      ...overlays('staging', 'production', 'hooks', 'jobs', 'canary'),
      ...environment('staging', 'main', 'x-staging'),
      ...environment('production', productionRevision, 'x-production'),
      ...environment('hooks', 'hooks', 'x-hooks'),
      ...environment('jobs', 'jobs', 'x-jobs'),
    });
    for (const branch of ['anno', 'canary', 'flagger', 'ssa', 'retry', 'pre']) {
      churn.git('branch', branch);
    }
    await pushTo(churn, world.forge, 'churn');
  });
  afterAll(() => world.stop());

  it.each(runnable('rest-gitops.ndjson', planOfGitOps))(
    '%s',
    async (_name, recording, step) => {
      if (step.policy) world.setPolicy(step.policy);
      if (step.before) await arrangements[step.before](recording, step);
      await expectSame(world, recording, step);
    },
  );
});

it.each([
  ['rest-argocd.ndjson', planOfArgoCd],
  ['rest-gitops.ndjson', planOfGitOps],
] as const)('plans only what %s has', (file, plan) => {
  const indexes = readRecordings(file).map(({ index }) => String(index));
  expect(indexes).toEqual(expect.arrayContaining(Object.keys(plan)));
});
