import { JsonObject } from '@gitops-ml/core';
import { TestCluster, TestRollout } from './__testUtils__/TestCluster';

const analysis = { analysis: { templates: [{ templateName: 'quality' }] } };
const steps: JsonObject[] = [
  { setWeight: 20 },
  { pause: { duration: '10s' } },
  analysis,
  { setWeight: 60 },
  { pause: {} },
];
const nginx = {
  canaryService: 'ranking-canary',
  stableService: 'ranking-stable',
  trafficRouting: { nginx: { stableIngress: 'ranking' } },
};

let cluster: TestCluster;

async function start(options: TestRollout = { steps }): Promise<TestCluster> {
  cluster = new TestCluster(options);
  cluster.addTemplate();
  await cluster.ask('v1', 10);
  return cluster;
}

afterEach(() => cluster.close());

describe('a canary', () => {
  it('is not made of the first release', async () => {
    await start();
    expect(cluster.state).toEqual(['Healthy', undefined, 5]);
    expect(cluster.pods).toEqual({ v1: 5 });
    expect(cluster.runs).toEqual([]);
  });

  it('goes through its steps and waits where it is told to', async () => {
    await start();
    await cluster.ask('v2', 5);
    expect(cluster.state).toEqual(['Paused', 'CanaryPauseStep', 1]);
    expect(cluster.pods).toEqual({ v1: 4, v2: 1 });
    await cluster.wait(20);
    expect(cluster.state[2]).toBe(2);
    await cluster.wait(30);
    expect(cluster.state).toEqual(['Paused', 'CanaryPauseStep', 4]);
    await cluster.patchStatus({ pauseConditions: null }, 20);
    expect(cluster.state).toEqual(['Healthy', undefined, 5]);
    expect(cluster.pods).toEqual({ v1: 0, v2: 5 });
    expect(cluster.stable).toBe('v2');
  });

  it('goes on at once when its pause is ended', async () => {
    await start();
    await cluster.ask('v2', 5);
    await cluster.patchStatus({ pauseConditions: null }, 1);
    expect(cluster.state[2]).toBe(2);
    expect(cluster.rollout.status?.controllerPause).toBeUndefined();
  });

  it('ends its analysis when it is promoted past it', async () => {
    await start();
    await cluster.ask('v2', 20);
    expect(cluster.state[2]).toBe(2);
    await cluster.patchStatus(
      { pauseConditions: null, currentStepIndex: 3 },
      15,
    );
    expect(cluster.state).toEqual(['Paused', 'CanaryPauseStep', 4]);
    expect(
      cluster.runs.map(({ spec, status }) => [
        spec?.terminate,
        status?.phase,
        status?.message,
      ]),
    ).toEqual([[true, 'Successful', 'Run Terminated']]);
  });

  it('is promoted in full from any step', async () => {
    await start({ steps, canary: nginx });
    await cluster.ask('v2', 5);
    expect(cluster.weight).toBe(20);
    await cluster.patchStatus({ promoteFull: true }, 20);
    expect(cluster.state).toEqual(['Healthy', undefined, 5]);
    expect(cluster.stable).toBe('v2');
    expect(cluster.rollout.status?.promoteFull).toBeUndefined();
  });

  it('stands still while the Rollout is paused', async () => {
    await start();
    await cluster.ask('v2', 5);
    await cluster.patchSpec({ paused: true }, 100);
    expect(cluster.state).toEqual(['Paused', 'manually paused', 1]);
    await cluster.patchSpec({ paused: false }, 5);
    expect(cluster.state[2]).toBe(2);
  });

  it('begins anew with a template that comes meanwhile, and drops the one between', async () => {
    await start();
    await cluster.ask('v2', 5);
    await cluster.ask('v3', 6);
    expect(cluster.state).toEqual(['Paused', 'CanaryPauseStep', 1]);
    expect(cluster.pods).toEqual({ v1: 4, v2: 0, v3: 1 });
    expect(cluster.stable).toBe('v1');
  });

  it('ends at once when the stable template is asked for again', async () => {
    await start();
    await cluster.ask('v2', 5);
    await cluster.ask('v1', 5);
    expect(cluster.state).toEqual(['Healthy', undefined, 5]);
    expect(cluster.pods).toEqual({ v1: 5, v2: 0 });
    expect(cluster.rollout.metadata.annotations).toMatchObject({
      'rollout.argoproj.io/revision': '3',
    });
  });

  it('follows a change of the replicas in the middle of a step', async () => {
    await start();
    await cluster.ask('v2', 5);
    await cluster.patchSpec({ replicas: 10 }, 20);
    expect(cluster.pods).toEqual({ v1: 8, v2: 2 });
  });

  it('says when its pods take too long', async () => {
    await start({ steps, spec: { progressDeadlineSeconds: 60 } });
    cluster.arePodsReady = false;
    await cluster.ask('v2', 70);
    expect(cluster.state.slice(0, 2)).toEqual([
      'Degraded',
      `ProgressDeadlineExceeded: ReplicaSet "ranking-${cluster.rollout.status?.currentPodHash}" has timed out progressing.`,
    ]);
  });

  it('keeps as many former ReplicaSets as the history allows', async () => {
    await start({ spec: { revisionHistoryLimit: 1 } });
    for (const version of ['v2', 'v3', 'v4']) await cluster.ask(version, 20);
    expect(cluster.pods).toEqual({ v3: 0, v4: 5 });
  });
});

describe('an analysis', () => {
  it('that fails aborts: traffic goes back at once, the pods half a minute later', async () => {
    await start({ steps, canary: nginx });
    cluster.measured = { phase: 'Failed', value: '0.5' };
    await cluster.ask('v2', 20);
    expect(cluster.state).toEqual([
      'Degraded',
      'RolloutAborted: Rollout aborted update to revision 2: Step-based analysis phase error/failed: Metric "roc-auc" assessed Failed due to failed (1) > failureLimit (0)',
      0,
    ]);
    expect(cluster.weight).toBe(0);
    expect(cluster.stable).toBe('v1');
    expect(cluster.pods).toEqual({ v1: 5, v2: 1 });
    await cluster.wait(40);
    expect(cluster.pods).toEqual({ v1: 5, v2: 0 });
  });

  it('that failed does not hold up the next release', async () => {
    await start({ steps, canary: nginx });
    cluster.measured = { phase: 'Failed', value: '0.5' };
    await cluster.ask('v2', 60);
    cluster.measured = { phase: 'Successful', value: '0.9' };
    await cluster.ask('v3', 5);
    expect(cluster.state).toEqual(['Paused', 'CanaryPauseStep', 1]);
    expect(cluster.rollout.status?.abort).toBeUndefined();
    await cluster.wait(60);
    expect(cluster.state).toEqual(['Paused', 'CanaryPauseStep', 4]);
  });

  it('is made anew, under a name of its own, at a retry', async () => {
    await start();
    cluster.measured = { phase: 'Failed', value: '0.5' };
    await cluster.ask('v2', 30);
    cluster.measured = { phase: 'Successful', value: '0.9' };
    await cluster.patchStatus({ abort: false }, 60);
    expect(cluster.state).toEqual(['Paused', 'CanaryPauseStep', 4]);
    const hash = cluster.rollout.status?.currentPodHash;
    expect(
      cluster.runs.map(run => [run.metadata.name, run.status?.phase]),
    ).toEqual([
      [`ranking-${hash}-2-2`, 'Failed'],
      [`ranking-${hash}-2-2.1`, 'Successful'],
    ]);
    expect(cluster.runs[0].metadata.labels).toEqual({
      app: 'ranking',
      'rollout-type': 'Step',
      'rollouts-pod-template-hash': hash,
      'step-index': '2',
    });
  });

  it('that says neither waits for a person', async () => {
    await start();
    cluster.measured = { phase: 'Inconclusive', value: '0.7' };
    await cluster.ask('v2', 30);
    expect(cluster.state).toEqual(['Paused', 'InconclusiveAnalysisRun', 2]);
    await cluster.patchStatus(
      { pauseConditions: null, controllerPause: false, currentStepIndex: 3 },
      10,
    );
    expect(cluster.state).toEqual(['Paused', 'CanaryPauseStep', 4]);
  });

  it('that runs beside the steps ends with them', async () => {
    await start({
      steps: [{ setWeight: 20 }, { pause: { duration: '60s' } }],
      canary: { analysis: { ...analysis.analysis, startingStep: 1 } },
    });
    cluster.store.patch('AnalysisTemplate', 'shop', 'quality', {
      spec: {
        metrics: [{ name: 'roc-auc', interval: '10s', provider: { web: {} } }],
      },
    });
    await cluster.ask('v2', 45);
    expect(
      cluster.runs.map(({ metadata, status }) => [
        metadata.labels?.['rollout-type'],
        status?.phase,
      ]),
    ).toEqual([['Background', 'Running']]);
    await cluster.wait(60);
    expect(cluster.state).toEqual(['Healthy', undefined, 2]);
    expect(cluster.runs.map(({ status }) => status?.phase)).toEqual([
      'Successful',
    ]);
  });
});

describe('a rollback', () => {
  const short: JsonObject[] = [
    { setWeight: 20 },
    { pause: { duration: '30s' } },
  ];

  it('within the window needs no steps', async () => {
    await start({ steps: short, spec: { rollbackWindow: { revisions: 3 } } });
    await cluster.ask('v2', 60);
    expect(cluster.stable).toBe('v2');
    await cluster.ask('v1', 15);
    expect(cluster.state).toEqual(['Healthy', undefined, 2]);
    expect(cluster.stable).toBe('v1');
  });

  it('beyond the window is a canary', async () => {
    await start({ steps: short, spec: { rollbackWindow: { revisions: 1 } } });
    await cluster.ask('v2', 60);
    await cluster.ask('v3', 60);
    await cluster.ask('v1', 5);
    expect(cluster.state).toEqual(['Paused', 'CanaryPauseStep', 1]);
    expect(cluster.stable).toBe('v3');
  });
});

describe('a Rollout', () => {
  it('that asks for more than the demo acts on is refused by the name of the field', async () => {
    await start({ steps, canary: { dynamicStableScale: true } });
    const { status } = cluster.store.get('Rollout', 'shop', 'ranking') ?? {};
    expect([status?.phase, status?.message]).toEqual([
      'Degraded',
      'InvalidSpec: The Rollout "ranking" is invalid: spec.strategy.canary.dynamicStableScale: Unsupported value: the demo cluster does not act on this field',
    ]);
  });

  it('waits for a template that it names, and goes on when it is there', async () => {
    cluster = new TestCluster({ steps });
    await cluster.ask('v1', 1);
    expect(cluster.state.slice(0, 2)).toEqual([
      'Degraded',
      'InvalidSpec: The Rollout "ranking" is invalid: spec.strategy.canary.steps[2].analysis.templates: Invalid value: "quality": AnalysisTemplate \'quality\' not found',
    ]);
    cluster.addTemplate();
    await cluster.wait(10);
    expect(cluster.state).toEqual(['Healthy', undefined, 5]);
  });
});
