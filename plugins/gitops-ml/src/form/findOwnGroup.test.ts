import { findOwnGroup } from './findOwnGroup';

const choices = ['group:default/ml', 'group:default/ops', 'user:default/me'];

describe('findOwnGroup', () => {
  it.each([
    [['user:default/me', 'group:default/ml'], 'group:default/ml'],
    [['group:default/ml', 'group:default/ops'], undefined],
    [['user:default/me'], undefined],
    [['group:default/elsewhere'], undefined],
    [[], undefined],
  ])('proposes to a user who is %j: %j', (refs, expected) => {
    expect(
      findOwnGroup(
        choices.map(value => ({ value, label: value })),
        refs,
      ),
    ).toBe(expected);
  });
});
