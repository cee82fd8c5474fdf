import {
  createTestWorkloads,
  inDefault,
  podTemplate,
} from './__testUtils__/TestWorkloads';

describe('startWorkloads', () => {
  it('makes namespaces usable, and gives an Ingress an address', () => {
    const { store, clock, make } = createTestWorkloads();
    make(inDefault('networking.k8s.io/v1', 'Ingress', 'churn', {}));
    clock.advance(0);
    const namespaces = store
      .list('Namespace')
      .map(({ metadata, status }) => [metadata.name, status?.phase]);
    expect(namespaces).toEqual([
      ['argocd', 'Active'],
      ['default', 'Active'],
      ['kube-system', 'Active'],
    ]);
    expect(store.get('Ingress', 'default', 'churn')?.status).toEqual({
      loadBalancer: { ingress: [{ ip: '127.0.0.1' }] },
    });
  });

  it('does nothing any more once it is closed', () => {
    const { store, clock, make, close } = createTestWorkloads();
    clock.advance(0);
    close();
    make(
      inDefault('apps/v1', 'ReplicaSet', 'churn', {
        template: podTemplate('churn'),
      }),
    );
    clock.advance(60_000);
    expect(store.list('Pod')).toEqual([]);
  });
});
