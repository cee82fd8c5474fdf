import { parseDuration } from './parseDuration';

it.each([
  ['10s', 10],
  ['1h30m', 5400],
  ['1.5m', 90],
  ['500ms', 0.5],
  ['0', 0],
  ['90', 90],
  [90, 90],
  [0, 0],
  ['', undefined],
  ['soon', undefined],
  ['10s ', undefined],
  ['-1s', undefined],
  [-1, undefined],
  [undefined, undefined],
  [{}, undefined],
])('%j is %s seconds', (value, seconds) => {
  expect(parseDuration(value)).toBe(seconds);
});
