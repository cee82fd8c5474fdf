import { PAYMENT, SALE } from './definitions';
import { ASK_FIRST, PRODUCTION_HOST } from './overlays';
import {
  BEGINNING,
  Change,
  CommitStep,
  Moment,
  Person,
  Story,
  TagStep,
} from './Story';

type Facts = Omit<CommitStep, 'kind' | 'when'>;

/** Days before the telling and a time, `69 14:20`, or `95 minutes ago`. */
function momentOf(when: string): Moment {
  const [count = '', time = ''] = when.split(' ');
  return time === 'minutes'
    ? { minutesAgo: Number(count) }
    : { daysAgo: Number(count), time };
}

const commit = (when: string, facts: Facts): CommitStep => ({
  kind: 'commit',
  when: momentOf(when),
  ...facts,
});

const promote = (
  when: string,
  author: Person,
  facts: { id: string; step: string; message: string },
) =>
  commit(when, {
    id: facts.id,
    author,
    message: facts.message,
    changes: [{ kind: 'promote', environment: 'production', step: facts.step }],
  });

const register = (
  when: string,
  author: Person,
  version: string,
  step: string,
): TagStep => ({ kind: 'tag', when: momentOf(when), author, version, step });

const assign = (
  when: string,
  author: Person,
  version: string,
  step: string,
  stage: string,
): TagStep => ({ ...register(when, author, version, step), stage });

const release = (version: string, more: Record<string, string> = {}) =>
  ({
    kind: 'parameters',
    set: { ...more, 'release.version': version },
  } satisfies Change);

const parameters = (set: Record<string, string>) =>
  ({ kind: 'parameters', set } satisfies Change);

const reproduce = { kind: 'reproduce' } satisfies Change;

const SERVICES = 'features/definitions/services.py';

const serviceViews = (find: string, replace: string) =>
  ({
    kind: 'edit',
    path: SERVICES,
    find: `features=[${find}]`,
    replace: `features=[${replace}]`,
  } satisfies Change);

const lookBack = (name: string, after: string, days: [number, number]) =>
  ({
    kind: 'edit',
    path: `features/definitions/${name}.py`,
    find: `${after}\n    ttl=timedelta(days=${days[0]}),`,
    replace: `${after}\n    ttl=timedelta(days=${days[1]}),`,
  } satisfies Change);

/**
 * Ten weeks of a fraud detector: the labels of a month are complete some months
 * later, so that data grows by a month at a time; v1.2.0 is a bad model that is
 * rolled back; the newest raw data was never pushed. Production's latest canary
 * waits for somebody's approval.
 */
export const FRAUD_DETECTOR_STORY: Story = {
  beginning: momentOf('70 09:05'),
  steps: [
    promote('70 09:40', 'mei', {
      id: 'pin-production',
      step: BEGINNING,
      message: 'Keep production where it is until a release is promoted',
    }),
    commit('69 14:20', {
      id: 'first-model',
      author: 'ada',
      message: 'Train the first model',
      changes: [{ kind: 'serve' }, reproduce],
    }),
    register('69 14:31', 'ada', 'v1.0.0', 'first-model'),
    assign('69 14:33', 'ada', 'v1.0.0', 'first-model', 'dev'),
    assign('67 10:12', 'mei', 'v1.0.0', 'first-model', 'staging'),
    promote('65 09:40', 'mei', {
      id: 'first-in-production',
      step: 'first-model',
      message: 'Put v1.0.0 into production',
    }),
    assign('65 09:52', 'mei', 'v1.0.0', 'first-model', 'prod'),
    commit('61 16:03', {
      id: 'february',
      author: 'jonas',
      message:
        'Add the transactions of February\n\nAll of January and February are labelled now.',
      changes: [
        { kind: 'data', before: '2026-03-01' },
        release('v1.1.0'),
        reproduce,
      ],
    }),
    commit('57 11:26', {
      id: 'last-payment',
      author: 'mei',
      message: "Add an account's latest payment to the features",
      changes: [
        { kind: 'definition', name: 'payment', text: PAYMENT },
        {
          kind: 'edit',
          path: SERVICES,
          find: 'from definitions.merchant import merchant_risk\n',
          replace:
            'from definitions.merchant import merchant_risk\nfrom definitions.payment import last_payment\n',
        },
        serviceViews(
          'account_activity, merchant_risk',
          'account_activity, merchant_risk, last_payment',
        ),
        reproduce,
      ],
    }),
    commit('52 15:48', {
      id: 'march',
      author: 'jonas',
      message: 'Add the transactions of March',
      changes: [{ kind: 'data', before: '2026-04-01' }, reproduce],
    }),
    commit('50 10:37', {
      id: 'learn-slower',
      author: 'ada',
      message: 'Learn slower and longer',
      changes: [
        parameters({ 'train.epochs': '20', 'train.learning_rate': '0.02' }),
        reproduce,
      ],
    }),
    register('50 11:02', 'ada', 'v1.1.0', 'learn-slower'),
    assign('50 11:04', 'ada', 'v1.1.0', 'learn-slower', 'dev'),
    assign('48 09:30', 'mei', 'v1.1.0', 'learn-slower', 'staging'),
    promote('45 09:55', 'mei', {
      id: 'second-in-production',
      step: 'learn-slower',
      message: 'Put v1.1.0 into production',
    }),
    assign('45 10:20', 'mei', 'v1.1.0', 'learn-slower', 'prod'),
    commit('38 14:11', {
      id: 'april',
      author: 'jonas',
      message: 'Add the transactions of April',
      changes: [
        { kind: 'data', before: '2026-05-01' },
        release('v1.2.0'),
        reproduce,
      ],
    }),
    commit('34 13:19', {
      id: 'look-back',
      author: 'ada',
      message:
        'Look 60 days back at merchants and accounts\n\nFraud at a merchant is often labelled weeks later.',
      changes: [
        parameters({ 'featurize.window_days': '60' }),
        lookBack('merchant', '    entities=[merchant],', [30, 60]),
        lookBack('account', '    entities=[account],', [30, 60]),
        reproduce,
      ],
    }),
    commit('31 17:44', {
      id: 'learn-faster',
      author: 'ada',
      message: 'Learn faster, in fewer passes',
      changes: [
        parameters({ 'train.epochs': '5', 'train.learning_rate': '50.0' }),
        reproduce,
      ],
    }),
    register('31 17:51', 'ada', 'v1.2.0', 'learn-faster'),
    assign('31 17:52', 'ada', 'v1.2.0', 'learn-faster', 'dev'),
    assign('30 09:15', 'jonas', 'v1.2.0', 'learn-faster', 'staging'),
    promote('28 16:30', 'jonas', {
      id: 'third-in-production',
      step: 'learn-faster',
      message:
        'Put v1.2.0 into production\n\nStaging took it back, but staging sees hardly any payments.',
    }),
    assign('28 16:31', 'jonas', 'v1.2.0', 'learn-faster', 'prod'),
    promote('27 08:22', 'mei', {
      id: 'back-to-second',
      step: 'learn-slower',
      message:
        'Go back to v1.1.0 in production\n\nv1.2.0 lets frauds pass and stops honest payments: its canary was aborted.',
    }),
    assign('27 08:29', 'mei', 'v1.1.0', 'learn-slower', 'prod'),
    commit('24 15:07', {
      id: 'learn-slower-again',
      author: 'ada',
      message: 'Learn as slowly as before',
      changes: [
        release('v1.3.0', {
          'train.epochs': '20',
          'train.learning_rate': '0.02',
        }),
        reproduce,
      ],
    }),
    register('24 15:30', 'ada', 'v1.3.0', 'learn-slower-again'),
    assign('24 15:31', 'ada', 'v1.3.0', 'learn-slower-again', 'dev'),
    assign('22 10:05', 'mei', 'v1.3.0', 'learn-slower-again', 'staging'),
    promote('19 09:48', 'mei', {
      id: 'fourth-in-production',
      step: 'learn-slower-again',
      message: 'Put v1.3.0 into production',
    }),
    assign('19 10:02', 'mei', 'v1.3.0', 'learn-slower-again', 'prod'),
    commit('18 13:05', {
      id: 'ask-first',
      author: 'mei',
      message:
        'Ask before the last step in production\n\nSomebody looks at the numbers before all payments depend on a model.',
      changes: [
        {
          kind: 'edit',
          path: 'infra/production/kustomization.yaml',
          find: PRODUCTION_HOST,
          replace: `${PRODUCTION_HOST}${ASK_FIRST}`,
        },
      ],
    }),
    commit('16 11:58', {
      id: 'last-sale',
      author: 'mei',
      message: "Add a merchant's latest sale to the features",
      changes: [{ kind: 'definition', name: 'sale', text: SALE }, reproduce],
    }),
    commit('12 14:36', {
      id: 'may',
      author: 'jonas',
      message: 'Add the transactions of May',
      changes: [
        { kind: 'data', before: '2026-06-01' },
        release('v1.4.0'),
        reproduce,
      ],
    }),
    commit('9 16:15', {
      id: 'fewer-alarms',
      author: 'ada',
      message: 'Raise fewer false alarms',
      changes: [
        parameters({ 'train.positive_weight': '3', 'train.l2': '0.0005' }),
        reproduce,
      ],
    }),
    register('9 16:40', 'ada', 'v1.4.0', 'fewer-alarms'),
    assign('9 16:41', 'ada', 'v1.4.0', 'fewer-alarms', 'dev'),
    assign('6 10:26', 'mei', 'v1.4.0', 'fewer-alarms', 'staging'),
    commit('1 17:34', {
      id: 'june',
      author: 'jonas',
      // Only what the stages made was pushed: `dvc push dvc.yaml`.
      message: 'Add the transactions of June',
      changes: [
        { kind: 'data', before: '2026-07-01', unpushed: true },
        release('v1.5.0'),
        reproduce,
      ],
    }),
    promote('95 minutes ago', 'mei', {
      id: 'fifth-in-production',
      step: 'fewer-alarms',
      message: 'Put v1.4.0 into production',
    }),
  ],
};
