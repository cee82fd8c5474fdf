import { resolveCluster } from './resolveCluster';

const OWN = 'https://kubernetes.default.svc';

const settings = {
  clusters: [
    { argocd: 'main', destination: 'in-cluster', cluster: 'demo' },
    { argocd: 'main', destination: 'https://eu.test/', cluster: 'europe' },
  ],
  knownClusters: [
    { name: 'us', url: 'https://us.test' },
    { name: 'in-cluster', url: OWN },
  ],
};

describe('resolveCluster', () => {
  it.each([
    ['a row by name', 'main', { name: 'in-cluster' }, 'demo'],
    ['a row by the other word for it', 'main', { server: OWN }, 'demo'],
    ['a row by server', 'main', { server: 'https://EU.test' }, 'europe'],
    ['the same name', 'main', { name: 'us' }, 'us'],
    ['the same URL', 'main', { server: 'https://us.test/' }, 'us'],
    ['nothing', 'main', { server: 'https://other.test' }, undefined],
    ['nothing at all', 'main', {}, undefined],
    // Another Argo CD's own cluster is another cluster.
    ['its own cluster without a row', 'other', { server: OWN }, undefined],
    [
      'a row of another instance',
      'other',
      { server: 'https://eu.test' },
      undefined,
    ],
  ])('finds %s', (_, instance, destination, cluster) => {
    expect(resolveCluster(instance, destination, settings)).toBe(cluster);
  });
});
