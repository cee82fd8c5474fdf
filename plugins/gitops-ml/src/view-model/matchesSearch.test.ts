import { matchesSearch } from './matchesSearch';

describe('matchesSearch', () => {
  it.each([
    ['RAW csv', true],
    ['csv raw', true],
    ['raw parquet', false],
    ['', true],
  ])('looks for every word of “%s”', (search, found) => {
    expect(matchesSearch(['data/raw/a.csv', undefined], search)).toBe(found);
  });
});
