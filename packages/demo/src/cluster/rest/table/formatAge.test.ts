import { formatAge, formatDuration } from './formatAge';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/** Of apimachinery's own test of HumanDuration. */
it.each([
  [-2, '<invalid>'],
  [-1, '0s'],
  [0, '0s'],
  [70, '70s'],
  [119, '119s'],
  [2 * minute, '2m'],
  [2 * minute + 30, '2m30s'],
  [9 * minute + 59, '9m59s'],
  [10 * minute, '10m'],
  [179 * minute, '179m'],
  [3 * hour, '3h'],
  [3 * hour + 5 * minute, '3h5m'],
  [8 * hour, '8h'],
  [47 * hour, '47h'],
  [2 * day, '2d'],
  [2 * day + 6 * hour, '2d6h'],
  [8 * day, '8d'],
  [year, '365d'],
  [2 * year, '2y'],
  [2 * year + 4 * day, '2y4d'],
  [8 * year, '8y'],
  [9 * year, '9y'],
])('%d seconds are %s', (seconds, expected) => {
  expect(formatDuration(seconds * 1000)).toBe(expected);
});

it('does not know how old something without a time is', () => {
  expect(formatAge('', 0)).toBe('<unknown>');
});
