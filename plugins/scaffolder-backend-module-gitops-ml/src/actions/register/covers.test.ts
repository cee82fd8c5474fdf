import { findApplicationGaps, findProjectGaps } from './covers';

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

describe('findApplicationGaps', () => {
  const gaps = (repoURL: string, wanted: string, destination: object) =>
    findApplicationGaps(
      [
        {
          metadata: { name: 'a' },
          spec: { project: 'p', source: { repoURL }, destination },
        },
      ],
      wanted,
      [{ name: 'in-cluster', namespace: 'n' }],
    );
  const own = { server: OWN, namespace: 'n' };

  it.each([
    ['https://h/a/b.git', 'https://u:p@H:443/a/b/'],
    ['git@h:a/b.git', 'git@h:a/b'],
  ])('takes %s and %s for one repository', (a, b) => {
    expect(gaps(a, b, own)).toEqual([]);
  });

  it.each([
    ['https://h/a/b', 'http://h/a/b'],
    ['https://h/a/b', 'https://h/a/B'],
  ])('takes %s and %s for two', (a, b) => {
    expect(gaps(a, b, own)).toEqual([
      `the Application a has another source than ${b}`,
    ]);
  });

  it('misses a destination that no Application has', () => {
    const elsewhere = { name: 'east', namespace: 'n' };
    expect(gaps('https://h/r', 'https://h/r', elsewhere)).toEqual([
      'no Application goes to in-cluster/n',
    ]);
  });
});
