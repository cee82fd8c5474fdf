import { createRollout } from '../__testUtils__/createObjects';
import { readScene } from '../__testUtils__/readScene';
import { DeliveryActionId } from '../Delivery';
import { ActionPlan } from './ActionPlan';
import { planAction } from './planAction';

type Options = Parameters<typeof createRollout>[0];

function takePatches(plan: ActionPlan) {
  return 'refused' in plan ? plan.refused : plan.patches;
}

const PAUSED = {
  phase: 'Paused',
  controllerPause: true,
  pauseConditions: [{ reason: 'CanaryPauseStep' }],
  currentStepIndex: 1,
};
const INCONCLUSIVE = {
  ...PAUSED,
  currentStepIndex: 3,
  canary: { currentStepAnalysisRunStatus: { status: 'Inconclusive' } },
};
const ABORTED = { phase: 'Degraded', abort: true, currentStepIndex: 0 };
const BLUE_GREEN = { strategy: { blueGreen: {} } };

const status = (body: object) => ({
  subresource: 'status',
  body: { status: body },
});
const paused = (value: boolean) => ({ body: { spec: { paused: value } } });

// The bodies of the plugin: cmd/promote/promote.go and promote_test.go, abort.go, retry.go, pause.go.
const ALLOWED: [string, DeliveryActionId, Options, object[]][] = [
  [
    'ends a pause',
    'promote',
    { status: PAUSED },
    [status({ pauseConditions: null })],
  ],
  [
    'leaves an inconclusive analysis',
    'promote',
    { status: INCONCLUSIVE },
    [
      status({
        pauseConditions: null,
        controllerPause: false,
        currentStepIndex: 4,
      }),
    ],
  ],
  [
    'leaves a running step',
    'promote',
    {},
    [status({ pauseConditions: null, currentStepIndex: 3 })],
  ],
  [
    'leaves step 0',
    'promote',
    { status: { currentStepIndex: 0 } },
    [status({ pauseConditions: null, currentStepIndex: 1 })],
  ],
  [
    'takes an index that is not written for 0',
    'promote',
    { status: { currentStepIndex: null } },
    [status({ pauseConditions: null, currentStepIndex: 1 })],
  ],
  [
    'ends two pauses, that by hand first',
    'promote',
    { status: PAUSED, spec: { paused: true } },
    [paused(false), status({ pauseConditions: null })],
  ],
  [
    'ends a pause by hand of a stable revision',
    'promote',
    { status: { phase: 'Paused', stableRS: 'new' }, spec: { paused: true } },
    [paused(false)],
  ],
  [
    'ends a pause before the switch of blue-green',
    'promote',
    { spec: BLUE_GREEN, status: { ...PAUSED, currentStepIndex: null } },
    [status({ pauseConditions: null })],
  ],
  ['skips all', 'promote-full', {}, [status({ promoteFull: true })]],
  [
    'skips all, a pause by hand included',
    'promote-full',
    { spec: { paused: true }, status: { phase: 'Paused' } },
    [status({ promoteFull: true }), paused(false)],
  ],
  ['gives up', 'abort', {}, [status({ abort: true })]],
  [
    'gives up in a pause',
    'abort',
    { status: PAUSED },
    [status({ abort: true })],
  ],
  ['tries again', 'retry', { status: ABORTED }, [status({ abort: false })]],
  ['holds', 'pause', {}, [paused(true)]],
];

it.each(ALLOWED)('%s: %s', (_title, action, options, patches) => {
  expect(takePatches(planAction(createRollout(options), action))).toEqual(
    patches,
  );
});

const HEALTHY = { phase: 'Healthy', stableRS: 'new', currentStepIndex: 4 };
const ALL: DeliveryActionId[] = ['promote', 'promote-full', 'abort', 'pause'];

const REFUSED: [string, DeliveryActionId[], Options, RegExp][] = [
  ['healthy', ALL, { status: HEALTHY }, /No delivery is under way/],
  ['not aborted', ['retry'], {}, /Only an aborted delivery/],
  [
    'degraded, not aborted',
    ['retry'],
    { status: { phase: 'Degraded' } },
    /Only an aborted delivery/,
  ],
  ['aborted', ALL, { status: ABORTED }, /is aborted: retry it/],
  [
    'promoted and not yet acted upon',
    ['promote'],
    { status: { ...PAUSED, pauseConditions: null } },
    /has not acted on it yet/,
  ],
  [
    'with a spec that was not seen',
    ['promote', 'promote-full'],
    { metadata: { generation: 3 } },
    /has not seen the newest spec/,
  ],
  [
    'at its end',
    ['promote'],
    { status: { currentStepIndex: 4 } },
    /All steps are done/,
  ],
  [
    'stable and becoming available',
    ['promote', 'promote-full', 'abort', 'pause'],
    { status: { stableRS: 'new' } },
    /already the stable one/,
  ],
  [
    'of a first revision',
    ['promote', 'promote-full', 'abort'],
    { status: { stableRS: '' } },
    /no stable revision yet/,
  ],
  [
    'promoted in full',
    ['promote-full'],
    { status: { promoteFull: true } },
    /is under way/,
  ],
  [
    'paused by hand',
    ['pause'],
    { spec: { paused: true }, status: { phase: 'Paused' } },
    /already paused by hand/,
  ],
  [
    'without steps',
    ['promote'],
    { canary: { steps: [] } },
    /goes on by itself/,
  ],
  [
    'blue-green, before its pause',
    ['promote'],
    { spec: BLUE_GREEN },
    /by itself/,
  ],
  [
    'damaged',
    [...ALL, 'retry'],
    { status: { currentStepIndex: 'two' } },
    /status.currentStepIndex of Rollout shop\/churn can't be read/,
  ],
];

describe.each(REFUSED)(
  'a rollout that is %s',
  (_title, actions, options, why) => {
    it.each(actions)('refuses %s', action => {
      expect(takePatches(planAction(createRollout(options), action))).toMatch(
        why,
      );
    });
  },
);

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const applied = (spec: object) => ({
  annotations: { [LAST_APPLIED]: JSON.stringify({ spec }) },
});
const managed = (operation: string) => ({
  managedFields: [
    { manager: 'x', operation, fieldsV1: { 'f:spec': { 'f:paused': {} } } },
  ],
});
const HELD = {
  spec: { paused: true },
  status: { phase: 'Paused', message: 'manually paused' },
};

it.each<[string, DeliveryActionId, Options]>([
  ['pause', 'pause', { metadata: applied({ paused: false }) }],
  ['go on', 'promote', { ...HELD, metadata: applied({ paused: true }) }],
  ['skip all', 'promote-full', { ...HELD, metadata: managed('Apply') }],
])(
  'does not %s where the manifests would undo it',
  (_title, action, options) => {
    expect(takePatches(planAction(createRollout(options), action))).toMatch(
      /^The manifests in Git say spec.paused: (true|false)/,
    );
  },
);

it.each<[string, DeliveryActionId, Options]>([
  ['are silent', 'pause', { metadata: applied({}) }],
  ['say the same', 'pause', { metadata: applied({ paused: true }) }],
  [
    'are damaged',
    'pause',
    { metadata: { annotations: { [LAST_APPLIED]: '{' } } },
  ],
  ['are not what set it', 'promote', { ...HELD, metadata: managed('Update') }],
  [
    'say nothing of the step',
    'promote',
    { metadata: applied({ paused: true }) },
  ],
])('acts where the manifests %s', (_title, action, options) => {
  expect(planAction(createRollout(options), action)).toHaveProperty('patches');
});

it('says what is so and what will be', () => {
  const plan = planAction(createRollout(), 'promote');
  expect(plan).toMatchObject({
    changes: [{ what: 'step', from: '2 of 4', to: '3 of 4' }],
  });
});

it.each([undefined, 'Rollout', { apiVersion: 'v1' }])('refuses %j', object => {
  expect(planAction(object, 'abort')).toEqual({
    refused: 'This is no Kubernetes object.',
  });
});

it.each([
  ['Deployment', 'A Deployment has no steps'],
  ['Pod', 'Nothing can be done with a Pod.'],
])('refuses a %s', (kind, why) => {
  const object = { apiVersion: 'apps/v1', kind, metadata: { name: 'churn' } };
  expect(takePatches(planAction(object, 'abort'))).toMatch(why);
});

it('promotes the recorded canary at 50 % as the recorded plugin did', () => {
  const { objectsAt } = readScene('success-nginx');
  const rollout = objectsAt(29.9).find(({ kind }) => kind === 'Rollout');
  const plan = planAction(rollout, 'promote');
  expect(takePatches(plan)).toEqual([status({ pauseConditions: null })]);
});

it('says to which step the end of a pause leads', () => {
  const plan = planAction(createRollout({ status: PAUSED }), 'promote');
  expect('changes' in plan && plan.changes).toEqual([
    { what: 'pause', from: 'CanaryPauseStep', to: 'ended' },
    { what: 'step', from: '1 of 4', to: '2 of 4' },
  ]);
});
