import { findProjectGaps, sameRepository } from './covers';

const OWN = 'https://kubernetes.default.svc';

describe('findProjectGaps', () => {
  const gaps = (
    destination: object,
    wanted: { name: string } | { server: string },
    sourceRepos = ['*'],
  ) =>
    findProjectGaps(
      {
        metadata: { name: 'p' },
        spec: { sourceRepos, destinations: [destination] },
      },
      'https://h/ml/churn.git',
      [{ ...wanted, namespace: 'churn-staging' }],
    );

  it.each<[object, { name: string } | { server: string }]>([
    [{ name: 'in-cluster', namespace: 'churn-*' }, { name: 'in-cluster' }],
    [{ server: OWN, namespace: 'churn-staging' }, { name: 'in-cluster' }],
    [{ name: 'in-cluster', namespace: '*' }, { server: OWN }],
    [{ server: '*', namespace: '*' }, { server: 'https://other' }],
    // Whether "east" is that server only Argo CD knows.
    [{ server: 'https://other', namespace: '*' }, { name: 'east' }],
  ])('allows with %j the destination %j', (destination, wanted) => {
    expect(gaps(destination, wanted)).toEqual([]);
  });

  it.each<[object, { name: string } | { server: string }]>([
    [{ name: 'in-cluster', namespace: 'churn' }, { name: 'in-cluster' }],
    [{ name: 'east', namespace: '*' }, { name: 'in-cluster' }],
    [{ server: 'https://other', namespace: '*' }, { name: 'in-cluster' }],
    [{ name: 'east', namespace: '*' }, { server: OWN }],
  ])('does not allow with %j the destination %j', (destination, wanted) => {
    expect(gaps(destination, wanted)).toHaveLength(1);
  });

  it.each([
    ['https://H:443/ml/churn/', true],
    ['https://h/ml/*', true],
    ['https://h/*', false],
    ['https://h/**', true],
    ['https://h/ml/churning.git', false],
  ])('matches the source pattern %s: %s', (pattern, expected) => {
    const everywhere = { name: '*', namespace: '*' };
    const found = gaps(everywhere, { name: 'in-cluster' }, [pattern]);
    expect(found.length === 0).toBe(expected);
  });
});

describe('sameRepository', () => {
  it.each([
    ['https://h/a/b.git', 'https://u:p@H:443/a/b/', true],
    ['https://h/a/b', 'http://h/a/b', false],
    ['https://h/a/b', 'https://h/a/B', false],
    ['git@h:a/b.git', 'git@h:a/b', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(sameRepository(a, b)).toBe(expected);
  });
});
