import { parseCondition } from './parseCondition';

describe('parseCondition', () => {
  it.each([
    ['result >= 0.95', [{ value: 0.95, text: '≥ 0.95' }]],
    ['result[0] < 2', [{ value: 2, text: '< 2' }]],
    ['asFloat(result) <= 0', [{ value: 0, text: '≤ 0' }]],
    [
      'result > 1 && result < 2',
      [
        { value: 1, text: '> 1' },
        { value: 2, text: '< 2' },
      ],
    ],
    ['(result == -1)', [{ value: -1, text: '= -1' }]],
    ['len(result) == 0', []],
    ['result.ok', []],
    ['', []],
  ])('reads %j', (condition, lines) => {
    expect(parseCondition(condition)).toEqual(lines);
  });

  it('has no limit where there is no condition', () => {
    expect(parseCondition(undefined)).toEqual([]);
  });
});
