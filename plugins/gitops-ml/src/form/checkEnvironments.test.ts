import { checkEnvironments } from './checkEnvironments';

const staging = {
  name: 'staging',
  instance: 'main',
  cluster: 'in-cluster',
  namespace: 'fraud-staging',
};

describe('checkEnvironments', () => {
  it.each([
    ['one environment', [staging], []],
    ['no cluster', [{ ...staging, cluster: '' }], ['staging: name a cluster.']],
    ['no environment', [], ['Add at least one environment.']],
    [
      'illegal characters',
      [{ ...staging, name: 'My Env' }],
      [
        'My Env: the name takes a-z, 0-9 and "-", at most 63, and begins and ends with a letter or digit.',
      ],
    ],
    [
      'an empty name',
      [{ ...staging, name: '' }],
      [
        'Environment 1: the name takes a-z, 0-9 and "-", at most 63, and begins and ends with a letter or digit.',
      ],
    ],
    [
      'two of one name',
      [staging, staging],
      ['staging: there are two environments of this name.'],
    ],
    [
      'two in one namespace',
      [staging, { ...staging, name: 'qa' }],
      ['qa: staging has this namespace already. Choose another.'],
    ],
    [
      'one namespace on two clusters',
      [staging, { ...staging, name: 'qa', cluster: 'east' }],
      [],
    ],
    [
      'an instance that is not configured',
      [{ ...staging, instance: 'other' }],
      ['staging: choose an Argo CD instance.'],
    ],
    [
      'an illegal namespace',
      [{ ...staging, namespace: 'A_b' }],
      ['staging: the namespace takes a-z, 0-9 and "-", at most 63.'],
    ],
  ])('says what is wrong with %s', (_, environments, sentences) => {
    expect(checkEnvironments(environments, ['main'])).toEqual(sentences);
  });
});
