import { proposeRepository } from './proposeRepository';

describe('proposeRepository', () => {
  it.each([
    [['a.example', 'b.example:3000'], 'fraud', 'a.example?repo=fraud'],
    [['a.example'], undefined, undefined],
    [[], 'fraud', undefined],
    [undefined, 'fraud', undefined],
    [[7], 'fraud', undefined],
  ])('answers for hosts %j and name %j: %j', (hosts, name, expected) => {
    expect(proposeRepository(hosts, name)).toBe(expected);
  });
});
