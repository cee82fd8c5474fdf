import { formatSort, parseSort, sortRows } from './sortRows';

const rows = [
  { name: 'part-10', size: 0 },
  { name: 'part-2', size: undefined },
  { name: 'part-1', size: 7 },
];
const keys = {
  name: (row: (typeof rows)[number]) => row.name,
  size: (row: (typeof rows)[number]) => row.size,
};
const names = (sorted: typeof rows) => sorted.map(({ name }) => name);

describe('sortRows', () => {
  it('counts numbers inside names', () => {
    expect(
      names(sortRows(rows, { column: 'name', direction: 'ascending' }, keys)),
    ).toEqual(['part-1', 'part-2', 'part-10']);
  });

  it.each([
    ['ascending' as const, ['part-10', 'part-1', 'part-2']],
    ['descending' as const, ['part-1', 'part-10', 'part-2']],
  ])(
    'puts the unknown last when %s, and 0 is not unknown',
    (direction, order) => {
      expect(
        names(sortRows(rows, { column: 'size', direction }, keys)),
      ).toEqual(order);
    },
  );

  it('leaves the order alone for a column that does not exist', () => {
    expect(
      names(sortRows(rows, { column: 'age', direction: 'ascending' }, keys)),
    ).toEqual(['part-10', 'part-2', 'part-1']);
  });
});

describe('the sort of a URL', () => {
  it.each(['size', 'size:desc'])('survives as %s', text => {
    const sort = parseSort(text);
    expect(sort && formatSort(sort)).toBe(text);
  });

  it.each([undefined, '', 'size:up', 'a b'])('ignores %s', text => {
    expect(parseSort(text)).toBeUndefined();
  });
});
