import { checkDeliveryAborted } from './checkDeliveryAborted';
import { formatFinding } from './formatFinding';

type Input = Parameters<typeof checkDeliveryAborted>[0];

const check = (
  delivery: Partial<Input['delivery']> = {},
  names: Partial<Input> = {},
) =>
  checkDeliveryAborted({
    environment: 'staging',
    delivery: {
      aborted: true,
      phase: 'Degraded',
      message: 'RolloutAborted: metric "auc"',
      ...delivery,
    },
    rejected: 'fraud v2',
    runs: 'fraud v1',
    ...names,
  });

it.each<[string, Partial<Input['delivery']>]>([
  ['it goes on', { aborted: false, phase: 'Progressing' }],
  ['it failed by itself', { aborted: false }],
  ['the controller has not acted yet', { phase: 'Paused' }],
])('is no finding where %s', (_, delivery) => {
  expect(check(delivery)).toEqual([]);
});

it.each<[string, Partial<Input['delivery']>, string]>([
  [
    'the step that was seen and the metric',
    {
      reached: { index: 2, count: 5, inferred: false },
      failedMetric: { name: 'auc', message: 'measured 0.61, wanted >= 0.8' },
    },
    'staging asks for fraud v2, whose delivery was aborted at step 2 of 5 by the metric auc; fraud v1 runs.',
  ],
  [
    'that the step was inferred',
    { reached: { index: 0, count: 5, inferred: true } },
    'staging asks for fraud v2, whose delivery was aborted at step 0 of 5 (inferred); fraud v1 runs.',
  ],
  [
    'no step where none is known',
    {},
    'staging asks for fraud v2, whose delivery was aborted; fraud v1 runs.',
  ],
])('says %s', (_, delivery, message) => {
  const [finding] = check(delivery);
  expect(finding).toMatchObject({ id: 'delivery-aborted', severity: 'error' });
  expect(formatFinding(finding).message).toBe(message);
});

it('has as evidence what the controller and the analysis say', () => {
  const failedMetric = { name: 'auc', message: 'measured 0.61' };
  const [finding] = check({ failedMetric });
  expect(finding.evidence).toEqual([
    { text: 'RolloutAborted: metric "auc"' },
    { text: 'measured 0.61' },
  ]);
  expect(check({ message: '' })[0].evidence).toEqual([]);
});

it('names no release that is not known', () => {
  const [finding] = check({}, { rejected: undefined, runs: undefined });
  expect(formatFinding(finding).message).toBe(
    'staging asks for an unknown release, whose delivery was aborted; an unknown release runs.',
  );
});

it('says what ran then where the cluster does not answer', () => {
  const [finding] = check({}, { isStale: true });
  expect(formatFinding(finding).message).toBe(
    'staging asks for fraud v2, whose delivery was aborted; fraud v1 ran when the cluster last answered.',
  );
});
