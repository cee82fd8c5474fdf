import { evaluateCondition } from './evaluateCondition';

describe('evaluateCondition', () => {
  it.each([
    ['result >= 0.8', 0.8, true],
    ['result >= 0.8', 0.79, false],
    ['result<2', 0.4, true],
    ['result == 1', 1, true],
    ['result != 1', 1, false],
    ['result > 0.5 && result < 0.9', 0.7, true],
    ['result > 0.5 && result < 0.9', 0.95, false],
    ['result < 0.1 || result > 0.9', 0.95, true],
    ['result < 1 || result < 2 && result < 0', 0.5, true],
    ['!(result < 0.5)', 0.7, true],
    ['result > -1', 0, true],
    ['1e-3 < result', 0.5, true],
    ['result', true, true],
    ['!result', true, false],
    ['result == true', true, true],
  ])('says of %s with %p: %p', (text, result, value) => {
    expect(evaluateCondition(text, result)).toEqual({ value });
  });

  it.each([
    ['asFloat(result) > 0.5', 0.7, '"asFloat" is not understood here'],
    ['result[0] > 0.5', 0.7, '"[0] > 0.5" is not understood here'],
    ['result > "a"', 0.7, '""a"" is not understood here'],
    ['result + 1 > 0', 0.7, '"+ 1 > 0" is not understood here'],
    ['result 1', 0.7, '"1" is not understood here'],
    ['result', 0.7, '0.7 is neither true nor false'],
    ['result > true', 0.7, 'true is not a number'],
    ['result == true', 0.7, "0.7 and true can't be compared by =="],
    ['result >', 0.7, 'it ends where a value is wanted'],
    ['(result > 1', 0.7, '")" is missing'],
    ['result > 0.5', [0.7], 'the result [0.7] is not a number'],
    ['result > 0.5', undefined, 'the result undefined is not a number'],
  ])('says why it can’t tell: %s with %p', (text, result, error) => {
    expect(evaluateCondition(text, result)).toEqual({ error });
  });

  it('reads both sides of an “or”, so that a mistake shows at once', () => {
    expect(evaluateCondition('result > 0 || foo', 1)).toEqual({
      error: '"foo" is not understood here',
    });
  });
});
