import { judgeResult } from './judgeResult';

const metric = { name: 'roc-auc', provider: {} };

describe('judgeResult', () => {
  // Upstream: utils/evaluate/evaluate_test.go `TestEvaluateResult*`.
  it.each([
    [undefined, undefined, 'Successful'],
    ['result > 0.5', undefined, 'Successful'],
    ['result > 0.9', undefined, 'Failed'],
    [undefined, 'result < 0.9', 'Failed'],
    [undefined, 'result < 0.5', 'Successful'],
    ['result > 0.9', 'result < 0.5', 'Inconclusive'],
    ['result > 0.5', 'result < 0.9', 'Failed'],
  ])('with success %p and failure %p is %s', (success, failure, phase) => {
    const conditions = {
      ...(success && { successCondition: success }),
      ...(failure && { failureCondition: failure }),
    };
    expect(judgeResult({ ...metric, ...conditions }, 0.7)).toEqual({ phase });
  });

  it('names the condition that it can’t evaluate', () => {
    const failureCondition = 'isNaN(result)';
    expect(judgeResult({ ...metric, failureCondition }, 0.7)).toEqual({
      phase: 'Error',
      message:
        'could not evaluate failureCondition "isNaN(result)": "isNaN" is not understood here',
    });
  });
});
