import { createRollout } from '../__testUtils__/createObjects';
import { readDeliveries } from '../readDeliveries';

const NOW = '2026-11-21T12:00:00Z';

describe('the weight', () => {
  it.each<[string, Parameters<typeof createRollout>[0]]>([
    ['steps that are no list', { canary: { steps: 'x' } }],
    ['a step that is none', { canary: { steps: ['x', { setWeight: 20 }] } }],
    [
      'more steps than are read',
      { canary: { steps: Array(1001).fill({ setWeight: 20 }) } },
    ],
    ['a canary that is none', { spec: { strategy: { canary: 'x' } } }],
  ])('and the step are unknown with %s', (_, options) => {
    const { deliveries, problems } = readDeliveries([createRollout(options)], {
      now: NOW,
    });
    expect(deliveries).toMatchObject([{ step: undefined, weight: undefined }]);
    expect(problems).not.toEqual([]);
  });

  it.each<[string, Parameters<typeof createRollout>[0]]>([
    [
      'a scale that is no number',
      { canary: { trafficRouting: { maxTrafficWeight: 'x' } } },
    ],
    ['routing that is none', { canary: { trafficRouting: 'x' } }],
    [
      'available pods that are no number',
      { status: { availableReplicas: 'x' } },
    ],
  ])('is unknown with %s', (_, options) => {
    const { deliveries } = readDeliveries([createRollout(options)], {
      now: NOW,
    });
    expect(deliveries).toMatchObject([
      { step: { index: 2, count: 4 }, weight: undefined },
    ]);
  });

  it('is unknown with a status that is none', () => {
    const rollout = { ...createRollout(), status: [] };
    expect(readDeliveries([rollout], { now: NOW }).deliveries).toMatchObject([
      { step: undefined, weight: undefined },
    ]);
  });
});
