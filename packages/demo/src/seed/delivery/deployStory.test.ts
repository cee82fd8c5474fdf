import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { StoryWorld } from '../__testUtils__/StoryWorld';
import { FRAUD_DETECTOR_STORY } from '../story/fraudDetectorStory';
import { Story } from '../story/Story';
import { forgetDeployment } from './forgetDeployment';
import { listOutcomes } from './listOutcomes';

const NAME = 'fraud-detector';
const NOW = new Date('2026-11-21T10:00:00Z');
const PROJECT = `ml-${NAME}`;
const NAMESPACES = [`${NAME}-staging`, `${NAME}-production`];

/** Up to the first release in production: a telling that is cut off there. */
const BEGINNING: Story = {
  ...FRAUD_DETECTOR_STORY,
  steps: FRAUD_DETECTOR_STORY.steps.slice(0, 6),
};

const rolloutSchema = z.looseObject({
  status: z.looseObject({
    phase: z.string().optional(),
    message: z.string().optional(),
    currentStepIndex: z.number().optional(),
  }),
});

const runSchema = z.looseObject({
  status: z.looseObject({
    phase: z.string(),
    metricResults: z.array(
      z.looseObject({
        name: z.string(),
        measurements: z.array(z.looseObject({ value: z.string() })),
      }),
    ),
  }),
});

const applicationSchema = z.looseObject({
  status: z.looseObject({
    reconciledAt: z.string(),
    sync: z.looseObject({ status: z.string(), revision: z.string() }),
    health: z.looseObject({ status: z.string() }),
    history: z.array(
      z.looseObject({ revision: z.string(), deployStartedAt: z.string() }),
    ),
  }),
});

let story: StoryWorld;
let commits: Map<string, string>;
/** What production's Rollout went through: time, phase, step and message. */
const seen: [string, string, number, string][] = [];

/** The day on which the Rollout's conditions changed last. */
const timeOf = ({ status }: KubernetesObject) =>
  [...JSON.stringify(status).matchAll(/"lastUpdateTime":"([^T"]+)/g)]
    .map(([, day]) => day)
    .sort()
    .at(-1) ?? '';

function watchProduction(): void {
  story.world.store.watch(({ object }) => {
    if (object.kind !== 'Rollout') return;
    if (object.metadata.namespace !== `${NAME}-production`) return;
    const { data } = rolloutSchema.safeParse(object);
    if (!data) return;
    const { phase = '', message = '', currentStepIndex = 0 } = data.status;
    const last = seen[seen.length - 1];
    const isNew =
      last?.[1] !== phase ||
      last[2] !== currentStepIndex ||
      last[3] !== message;
    if (isNew) seen.push([timeOf(object), phase, currentStepIndex, message]);
  });
}

beforeAll(async () => {
  story = new StoryWorld();
  await story.start();
  await story.tell(BEGINNING, NOW);
}, 300_000);

afterAll(async () => {
  await story?.remove();
});

const commitOf = (step: string) => commits.get(step) ?? '';
const applicationOf = (environment: string) =>
  applicationSchema.parse(
    story.world.store.get('Application', 'argocd', `${NAME}-${environment}`),
  ).status;
const revisionOf = ({ metadata }: KubernetesObject) =>
  Number(metadata.annotations?.['rollout.argoproj.io/revision']);

function runsIn(environment: string) {
  return story
    .list('AnalysisRun', environment)
    .map(run => {
      const { phase, metricResults } = runSchema.parse(run).status;
      const values = metricResults.flatMap(({ measurements }) =>
        // As evaluation.json has them.
        measurements.map(({ value }) => Number(Number(value).toFixed(6))),
      );
      const day = run.metadata.creationTimestamp?.slice(0, 10);
      return { revision: revisionOf(run), day, phase, values };
    })
    .sort((one, other) => one.revision - other.revision);
}

/** Revision, model version and pods of each ReplicaSet. */
const replicaSetsIn = (environment: string) =>
  story
    .list('ReplicaSet', environment)
    .map(object => [
      revisionOf(object),
      /"gitops-ml\/model-version":"([^"]+)"/.exec(JSON.stringify(object))?.[1],
      object.spec?.replicas,
    ])
    .sort(([one], [other]) => Number(one) - Number(other));

async function rocAucAt(step: string): Promise<number> {
  const { forge } = story.world.urls;
  const url = `${forge}/ml/${NAME}/raw/commit/${commitOf(
    step,
  )}/metrics/evaluation.json`;
  const text = await (await fetch(url)).text();
  return z.looseObject({ roc_auc: z.number() }).parse(JSON.parse(text)).roc_auc;
}

it('leaves nothing behind when it was cut off and is forgotten', async () => {
  const { store, timeline } = story.world;
  expect(story.get('Rollout', 'production', NAME)?.status).toMatchObject({
    phase: 'Healthy',
  });
  const deployment = { project: PROJECT, namespaces: NAMESPACES };
  forgetDeployment(store, deployment);
  await timeline.bringAbout();
  const left = [
    ...NAMESPACES.map(name => store.get('Namespace', undefined, name)),
    ...store.list('Application'),
    ...store.list('ApplicationSet'),
    store.get('AppProject', 'argocd', PROJECT),
  ];
  expect(left.filter(Boolean)).toEqual([]);
  expect(() => forgetDeployment(store, deployment)).not.toThrow();
  expect(listOutcomes(store, NAMESPACES)).toEqual([]);
});

describe('a telling from the beginning to the end', () => {
  beforeAll(async () => {
    watchProduction();
    commits = await story.tell(FRAUD_DETECTOR_STORY, NOW);
  }, 300_000);

  it('goes wrong nowhere', () => {
    expect(story.errors).toEqual([]);
  });

  it('deploys to production at the times of the story', () => {
    const { history, sync, health } = applicationOf('production');
    expect(
      history.map(({ revision, deployStartedAt }) => [
        deployStartedAt,
        [...commits].find(([, oid]) => oid === revision)?.[0],
      ]),
    ).toEqual([
      ['2026-09-12T09:05:00Z', undefined],
      ['2026-09-17T09:40:00Z', 'first-model'],
      ['2026-10-07T09:55:00Z', 'learn-slower'],
      ['2026-10-24T16:30:00Z', 'learn-faster'],
      ['2026-10-25T08:22:00Z', 'learn-slower'],
      ['2026-11-02T09:48:00Z', 'learn-slower-again'],
      ['2026-11-21T08:25:00Z', 'fewer-alarms'],
    ]);
    expect(sync).toMatchObject({
      status: 'Synced',
      revision: commitOf('fewer-alarms'),
    });
    expect(health.status).toBe('Suspended');
  });

  it('has production at half of a canary that waits to be approved', () => {
    expect(story.get('Rollout', 'production', NAME)?.status).toMatchObject({
      phase: 'Paused',
      message: 'CanaryPauseStep',
      currentStepIndex: 4,
      canary: { weights: { canary: { weight: 50 }, stable: { weight: 50 } } },
      pauseConditions: [
        {
          reason: 'CanaryPauseStep',
          startTime: expect.stringMatching(/^2026-11-21T08:2\d:\d\dZ$/),
        },
      ],
    });
    expect(replicaSetsIn('production')).toEqual([
      [1, 'v1.0.0', 0],
      [3, 'v1.2.0', 0],
      [4, 'v1.1.0', 0],
      [5, 'v1.3.0', 2],
      [6, 'v1.4.0', 1],
    ]);
  });

  it('aborted the bad model by itself, by what it measures', async () => {
    const aborted = seen.find(([, , , message]) => message.includes('abort'));
    expect(aborted).toEqual([
      '2026-10-24',
      'Degraded',
      0,
      'RolloutAborted: Rollout aborted update to revision 3: Step-based analysis phase error/failed: Metric "roc-auc" assessed Failed due to failed (1) > failureLimit (0)',
    ]);
    const next = seen[seen.findIndex(each => each === aborted) + 1];
    expect(next?.[0]).toBe('2026-10-25');
    const good = await rocAucAt('fewer-alarms');
    const bad = await rocAucAt('learn-faster');
    expect(bad).toBeLessThan(0.8);
    expect(runsIn('production')).toEqual([
      expect.objectContaining({ revision: 2, phase: 'Successful' }),
      { revision: 3, day: '2026-10-24', phase: 'Failed', values: [bad] },
      expect.objectContaining({ revision: 5, phase: 'Successful' }),
      {
        revision: 6,
        day: '2026-11-21',
        phase: 'Successful',
        values: [good, good, good],
      },
    ]);
  });

  it('has staging at the newest release', () => {
    const { sync, health } = applicationOf('staging');
    expect([sync.status, health.status]).toEqual(['Synced', 'Healthy']);
    expect(replicaSetsIn('staging').at(-1)).toEqual([13, 'v1.5.0', 2]);
    expect(runsIn('staging').map(({ phase }) => phase)).toEqual([
      'Failed',
      ...Array(5).fill('Successful'),
    ]);
  });

  it('says how the latest deliveries ended', () => {
    expect(listOutcomes(story.world.store, NAMESPACES)).toEqual([
      {
        namespace: `${NAME}-staging`,
        outcome: 'stable',
        configMaps: [expect.stringContaining('-release-'), expect.anything()],
      },
      {
        namespace: `${NAME}-production`,
        outcome: 'stable',
        configMaps: [expect.stringContaining('-release-'), expect.anything()],
      },
    ]);
  });

  it('leaves time to the machine', () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { store, timeline } = story.world;
    timeline.follow();
    const { metadata } = store.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'now' },
    });
    expect(Date.parse(metadata.creationTimestamp ?? '')).toBeGreaterThanOrEqual(
      before,
    );
  });

  it('is as it was after a restart', async () => {
    const workOf = (environment: string) =>
      (['Rollout', 'ReplicaSet', 'AnalysisRun', 'Job', 'Pod'] as const).flatMap(
        kind =>
          story
            .list(kind, environment)
            .map(({ metadata, status }) => [
              metadata.uid,
              metadata.generation,
              status,
            ]),
      );
    const before = NAMESPACES.map((_, at) =>
      workOf(['staging', 'production'][at]),
    );
    const { history, reconciledAt } = applicationOf('production');
    await story.stop();
    await story.start();
    const end = Date.now() + 60_000;
    while (applicationOf('production').reconciledAt === reconciledAt) {
      if (Date.now() > end) throw new Error('Argo CD does not look again');
      await sleep(50);
    }
    expect(['staging', 'production'].map(workOf)).toEqual(before);
    expect(applicationOf('production')).toMatchObject({
      history,
      health: { status: 'Suspended' },
    });
    expect(story.errors).toEqual([]);
  });
});
