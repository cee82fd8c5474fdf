import { createEnvironment, renameEnvironment } from './renameEnvironment';

describe('renameEnvironment', () => {
  const staging = createEnvironment('fraud', 'staging', 'main');

  it('lets a namespace that nobody chose follow the name', () => {
    expect(renameEnvironment('fraud', staging, 'qa')).toEqual({
      name: 'qa',
      instance: 'main',
      cluster: 'in-cluster',
      namespace: 'fraud-qa',
    });
  });

  it('leaves the namespace of a nameless one empty, until it has a name', () => {
    const added = createEnvironment('fraud', '', 'main');
    expect(added.namespace).toBe('');
    expect(renameEnvironment('fraud', added, 'qa').namespace).toBe('fraud-qa');
  });

  it('keeps a namespace that was chosen', () => {
    const chosen = { ...staging, namespace: 'shared' };
    expect(renameEnvironment('fraud', chosen, 'qa').namespace).toBe('shared');
  });
});
