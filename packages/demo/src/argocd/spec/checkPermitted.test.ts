import { Project } from '../contract';
import { isDestinationPermitted, isSourcePermitted } from './checkPermitted';

const project = (spec: Project['spec']): Project => ({
  metadata: { name: 'ml-churn' },
  spec,
  status: {},
});
const cluster = {
  name: 'in-cluster',
  server: 'https://kubernetes.default.svc',
};

describe('isSourcePermitted', () => {
  it.each([
    [['http://host/ml/churn.git'], 'http://host/ml/churn', true],
    [['http://HOST/ml/churn'], 'http://host/ml/churn.git', true],
    [['http://host/*'], 'http://host/ml/churn.git', false],
    [['http://host/**'], 'http://host/ml/churn.git', true],
    [['*'], 'http://host/ml/churn.git', true],
    [['*', '!http://host/ml/churn'], 'http://host/ml/churn.git', false],
    [[], 'http://host/ml/churn.git', false],
  ])('%j permits %s: %s', (sourceRepos, url, expected) => {
    expect(isSourcePermitted(project({ sourceRepos }), url)).toBe(expected);
  });
});

describe('isDestinationPermitted', () => {
  const { name, server } = cluster;
  it.each([
    [[{ server, namespace: 'a' }], 'a', true],
    [[{ name, namespace: 'a' }], 'a', true],
    [[{ server, namespace: 'a' }], 'b', false],
    [[{ server: 'https://other', namespace: 'a' }], 'a', false],
    [[{ server: '*', namespace: 'churn-*' }], 'churn-x', true],
    [
      [
        { server: '*', namespace: '*' },
        { server, namespace: '!kube-system' },
      ],
      'kube-system',
      false,
    ],
    [[], 'a', false],
  ])('%j permits the namespace %s: %s', (destinations, namespace, expected) => {
    expect(
      isDestinationPermitted(project({ destinations }), cluster, namespace),
    ).toBe(expected);
  });
});
