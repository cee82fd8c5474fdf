import { EnvironmentSource } from './DeclaredEnvironment';
import { orderEnvironments } from './orderEnvironments';

const environment = (
  name: string,
  { revision, source }: { revision?: string; source?: EnvironmentSource } = {},
) => ({
  name,
  revision,
  declaredBy: source
    ? [{ source, spot: { path: 'a', line: 1 }, fields: [] }]
    : [],
});

const COMMIT = '0123456789012345678901234567890123456789';

const order = (...environments: ReturnType<typeof environment>[]) =>
  orderEnvironments(environments).map(({ name }) => name);

describe('orderEnvironments', () => {
  it('keeps those of gitops-ml.yaml as they stand there, before all others', () => {
    const source = 'gitops-ml.yaml';
    expect(
      order(
        environment('production', { source, revision: COMMIT }),
        environment('staging', { source }),
        environment('dev', { source: 'argocd' }),
      ),
    ).toEqual(['production', 'staging', 'dev']);
  });

  it.each([
    [
      ['production', 'staging'],
      ['staging', 'production'],
    ],
    [
      ['prod', 'pre-prod', 'uat', 'qa', 'dev'],
      ['dev', 'qa', 'uat', 'pre-prod', 'prod'],
    ],
    [
      ['fraud-production-eu', 'eu', 'fraud_dev2', 'fraud-staging'],
      ['fraud_dev2', 'fraud-staging', 'eu', 'fraud-production-eu'],
    ],
    // A word is a whole word.
    [
      ['prodigy', 'production', 'latest', 'test'],
      ['test', 'latest', 'prodigy', 'production'],
    ],
  ])('orders %j by the stages of their names', (names, expected) => {
    expect(order(...names.map(name => environment(name)))).toEqual(expected);
    expect(
      order(...[...names].reverse().map(name => environment(name))),
    ).toEqual(expected);
  });

  it('has what follows a branch before what is pinned to a commit', () => {
    expect(
      order(
        environment('asia', { revision: COMMIT }),
        environment('europe', { revision: 'main' }),
        environment('world'),
      ),
    ).toEqual(['europe', 'world', 'asia']);
  });
});
