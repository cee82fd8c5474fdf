import { approximateWeight } from './approximateWeight';

describe('approximateWeight', () => {
  // Upstream: utils/replicaset/canary_test.go `TestApproximateWeightedNewStableReplicaCounts`.
  it.each([
    { replicas: 0, weight: 0, surge: 0, counts: [0, 0] },
    { replicas: 0, weight: 50, surge: 1, counts: [0, 0] },
    { replicas: 1, weight: 0, surge: 0, counts: [0, 1] },
    { replicas: 1, weight: 1, surge: 0, counts: [0, 1] },
    { replicas: 1, weight: 49, surge: 0, counts: [0, 1] },
    { replicas: 1, weight: 50, surge: 0, counts: [1, 0] },
    { replicas: 1, weight: 99, surge: 0, counts: [1, 0] },
    { replicas: 1, weight: 100, surge: 0, counts: [1, 0] },
    { replicas: 1, weight: 1, surge: 1, counts: [1, 1] },
    { replicas: 1, weight: 99, surge: 1, counts: [1, 1] },
    { replicas: 2, weight: 1, surge: 0, counts: [1, 1] },
    { replicas: 2, weight: 99, surge: 0, counts: [1, 1] },
    { replicas: 3, weight: 50, surge: 0, counts: [2, 1] },
    { replicas: 5, weight: 50, surge: 2, counts: [3, 3] },
    { replicas: 10, weight: 25, surge: 0, counts: [3, 7] },
  ])(
    'of $replicas pods for $weight %, surge $surge: $counts',
    ({ replicas, weight, surge, counts }) => {
      const { current, stable } = approximateWeight(
        replicas,
        weight,
        100,
        surge,
      );
      expect([current, stable]).toEqual(counts);
    },
  );
});
