import { describeRowErrors } from './describeRowErrors';

const environment = {
  name: 'staging',
  instance: 'main',
  cluster: 'in-cluster',
  namespace: 'fraud-staging',
};

describe('describeRowErrors', () => {
  it('says nothing of rows that are well', () => {
    expect(describeRowErrors([environment], {})).toEqual([]);
    expect(describeRowErrors([environment], { 0: {} })).toEqual([]);
    expect(describeRowErrors([environment], { 0: { name: {} } })).toEqual([]);
  });

  it('names the environment, or its number while it has no name', () => {
    expect(
      describeRowErrors([environment, { ...environment, name: '' }], {
        0: { namespace: { __errors: ['is too long.'] } },
        1: { name: { __errors: ['is illegal.'] } },
      }),
    ).toEqual(['staging: is too long.', 'Environment 2: is illegal.']);
  });

  it('forgets a row that was removed meanwhile', () => {
    expect(
      describeRowErrors([environment], { 1: { name: { __errors: ['no.'] } } }),
    ).toEqual([]);
  });
});
