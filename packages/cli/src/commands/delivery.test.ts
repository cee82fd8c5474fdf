import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// Spawned: jest has no dynamic imports, by which verbs are loaded.
const PROGRAM = path.resolve(__dirname, '..', '..', 'bin', 'gitops-ml');
const FAILED = path.join(__dirname, '__fixtures__', 'failed-analysis.json');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'delivery '));
});

afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function run(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [PROGRAM, 'delivery', ...args],
    { cwd: folder, encoding: 'utf8', input },
  );
  return { status, stdout, stderr };
}

const PAUSED = `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: churn, namespace: shop}
spec:
  replicas: 4
  strategy: {canary: {steps: [{setWeight: 20}, {pause: {duration: 90s}}, {pause: {}}], trafficRouting: {}}}
status:
  phase: Paused
  message: CanaryPauseStep
  controllerPause: true
  pauseConditions: [{reason: CanaryPauseStep, startTime: '2026-11-21T12:00:00Z'}]
  currentStepIndex: 1
  currentPodHash: new
  stableRS: old
  availableReplicas: 4
`;

it('answers in JSON as the contract has it', () => {
  const { status, stdout, stderr } = run([FAILED, '--json']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const answer = JSON.parse(stdout);
  expect(Object.keys(answer)).toEqual([
    'schemaVersion',
    'deliveries',
    'problems',
  ]);
  expect(answer).toMatchObject({
    schemaVersion: 1,
    problems: [],
    deliveries: [
      {
        provider: 'argo-rollouts',
        kind: 'Rollout',
        namespace: 'r-failed-analysis',
        name: 'churn',
        cluster: null,
        phase: 'Degraded',
        message: expect.stringMatching(/^RolloutAborted: /),
        step: { index: 0, count: 7 },
        reached: { index: 2, count: 7, inferred: true },
        weight: { desired: 0, actual: 0 },
        paused: null,
        steps: [
          { index: 0, kind: 'setWeight', value: 20, state: 'done' },
          {
            index: 1,
            kind: 'pause',
            value: { duration: '10s' },
            state: 'done',
          },
          { index: 2, kind: 'analysis', state: 'failed' },
          { index: 3, kind: 'setWeight', value: 50, state: 'later' },
          { index: 4, kind: 'pause', value: {}, state: 'later' },
          { index: 5, kind: 'setWeight', value: 80, state: 'later' },
          {
            index: 6,
            kind: 'pause',
            value: { duration: '5s' },
            state: 'later',
          },
        ],
        revisions: [
          {
            number: 2,
            role: 'candidate',
            hash: '849c5997fc',
            images: ['models/churn:v2'],
            ready: 1,
            desired: 1,
          },
          { number: 1, role: 'stable', hash: '576d6b688b' },
        ],
        analyses: [
          {
            name: 'churn-849c5997fc-2-2',
            type: 'Step',
            phase: 'Failed',
            metrics: [
              { name: 'success-rate', phase: 'Failed', failed: 2, limit: 1 },
              { name: 'latency-p95', phase: 'Stopped', failed: 0, limit: 2 },
            ],
          },
        ],
        actions: [
          { id: 'promote', allowed: false },
          { id: 'promote-full', allowed: false },
          { id: 'abort', allowed: false },
          { id: 'retry', allowed: true },
          { id: 'pause', allowed: false },
        ],
      },
    ],
  });
});

it('prints steps, revisions and analyses against their limits', () => {
  const { stdout } = run([FAILED]);
  expect(stdout).toBe(`\
Rollout r-failed-analysis/churn  Degraded  canary
  RolloutAborted: Rollout aborted update to revision 2: Step-based analysis phase error/failed: Metric "success-rate" assessed Failed due to failed (2) > failureLimit (1)
  aborted at step 2/7 (inferred)
  weight 0 % actual, 0 % wanted (share of traffic)
  pods: 5 desired, 6 current, 1 updated, 6 ready, 6 available

   STEP  KIND       VALUE                                                                                              STATE
✓     0  setWeight  20                                                                                                 done
✓     1  pause      10s                                                                                                done
✗     2  analysis   {"args":[{"name":"key","value":"failed-analysis"}],"templates":[{"templateName":"success-rate"}]}  failed
○     3  setWeight  50
○     4  pause      until promoted
○     5  setWeight  80
○     6  pause      5s

REVISION  ROLE       HASH        READY  IMAGES
       2  candidate  849c5997fc    1/1  models/churn:v2
       1  stable     576d6b688b    5/5  models/churn:v1

ANALYSIS              TYPE    METRIC        PHASE    PASSED  FAILED       INCONCLUSIVE  ERRORS IN A ROW  LAST VALUE  PASSES IF
churn-849c5997fc-2-2  Step 2  success-rate  Failed      1/4  2 (limit 1)  0 (limit 1)   0 (limit 4)      0.64        result >= 0.95
churn-849c5997fc-2-2  Step 2  latency-p95   Stopped     3/4  0 (limit 2)  0 (limit 0)   0 (limit 4)      0.4         result < 2

retry: Tries the same candidate again, from its first step.
`);
});

it('counts what is left of a pause from --now, and reads the standard input', () => {
  const { stdout } = run(['-', '--now', '2026-11-21T12:01:00Z'], PAUSED);
  expect(stdout).toContain(
    '  step 1/3\n  weight 20 % actual, 20 % wanted (share of traffic)\n  paused: CanaryPauseStep, since 2026-11-21T12:00:00Z, 30 s left\n',
  );
  expect(stdout).toContain('●     1  pause      90s             current\n');
});

const ROUTED = PAUSED.replace(
  '  currentPodHash',
  '  canary: {weights: {canary: {weight: 20}}}\n  currentPodHash',
);

it.each([
  [
    'step 0',
    ROUTED.replace('Index: 1', 'Index: 0'),
    { step: { index: 0, count: 3 }, weight: { desired: 20, actual: 20 } },
    ['step 0/3', 'weight 20 % actual, 20 % wanted (share of traffic)'],
  ],
  [
    'weight 0',
    ROUTED.replace('weight: 20}', 'weight: 0}'),
    { step: { index: 1, count: 3 }, weight: { desired: 20, actual: 0 } },
    ['step 1/3', 'weight 0 % actual, 20 % wanted (share of traffic)'],
  ],
  [
    'an absent step',
    ROUTED.replace('  currentStepIndex: 1\n', ''),
    { step: null, weight: { desired: 20, actual: 20 } },
    ['step ?', 'weight 20 % actual, 20 % wanted (share of traffic)'],
  ],
  [
    'an absent weight',
    PAUSED.replace('canary: {', 'blueGreen: {'),
    { step: null, weight: null },
    [],
  ],
  [
    'a step that can not be known',
    ROUTED.replace('Index: 1', 'Index: first'),
    { step: null, weight: null },
    ['step ?', 'weight ?'],
  ],
  [
    'a weight that can not be known',
    ROUTED.replace('weight: 20}', 'weight: some}'),
    { step: { index: 1, count: 3 }, weight: null },
    ['step 1/3', 'weight ?'],
  ],
])('tells %s from the others', (_title, text, expected, shown) => {
  const { deliveries } = JSON.parse(run(['-', '--json'], text).stdout);
  expect(deliveries).toMatchObject([expected]);
  const { stdout } = run(['-'], text);
  expect(stdout.match(/^ {2}(step|weight) .*$/gm) ?? []).toEqual(
    shown.map(line => `  ${line}`),
  );
});

it('says null where a step and a weight can not be known, and why on the way', () => {
  const file = write('odd.yaml', PAUSED.replace('Index: 1', 'Index: first'));
  const { status, stdout } = run([file, '--json']);
  const { deliveries, problems } = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(deliveries).toMatchObject([
    { phase: 'Paused', step: null, weight: null, reached: null },
  ]);
  expect(problems).toMatchObject([
    {
      code: 'invalid-shape',
      path: file,
      line: 13,
      column: 3,
      message:
        'status.currentStepIndex of Rollout shop/churn is not a whole number from 0 on.',
    },
  ]);
});

it('reads several files as one, and names the broken one with its line', () => {
  const broken = write('broken.yaml', 'kind: Rollout\nmetadata: [\n');
  const good = write('good.yaml', PAUSED);
  const { status, stdout, stderr } = run([broken, good]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Rollout shop\/churn {2}Paused {2}canary\n/);
  expect(stderr).toMatch(/broken\.yaml:\d+:\d+: error: Not valid YAML: /);
});

it('names an object of a delivery tool that is not read', () => {
  const canary =
    'apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: {name: a}\n';
  const { stdout, stderr } = run(['-'], canary);
  expect(stdout).toBe(
    'There is no Rollout or Deployment among the 1 objects.\n',
  );
  expect(stderr).toMatch(
    /^-:1:1: warning: The Canary default\/a \(flagger\.app\) is not read yet\. \[unsupported\]/,
  );
});

it('escapes what would command a terminal', () => {
  const { stdout } = run(
    ['-'],
    PAUSED.replace('message: CanaryPauseStep', 'message: "\\e[31mred"'),
  );
  expect(stdout).toContain('  \\x1b[31mred\n');
});

it.each([
  [['none.yaml'], /none\.yaml can't be read: there is no such file\.\n$/],
  [[__dirname], /commands can't be read: it is a folder\.\n$/],
  [['-', '-'], /The standard input can be read only once\.\n$/],
])('refuses %j with exit code 2 and an empty stdout', (args, message) => {
  const { status, stdout, stderr } = run(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(message);
});
