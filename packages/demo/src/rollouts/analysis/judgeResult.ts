import { Metric } from '../contract';
import { evaluateCondition } from './evaluateCondition';

/** What a metric says of a value. */
export interface Judgement {
  phase: 'Successful' | 'Failed' | 'Inconclusive' | 'Error';
  message?: string;
}

/**
 * Source: utils/evaluate/evaluate.go `EvaluateResult`.
 */
export function judgeResult(metric: Metric, result: unknown): Judgement {
  const { successCondition, failureCondition } = metric;
  const verdicts = [successCondition, failureCondition].map(
    condition => condition && evaluateCondition(condition, result),
  );
  for (const [index, verdict] of verdicts.entries()) {
    if (verdict && 'error' in verdict) {
      const [name, text] =
        index === 0
          ? ['successCondition', successCondition]
          : ['failureCondition', failureCondition];
      return {
        phase: 'Error',
        message: `could not evaluate ${name} "${text}": ${verdict.error}`,
      };
    }
  }
  const [isGood, isBad] = verdicts.map(verdict =>
    verdict && 'value' in verdict ? verdict.value : undefined,
  );
  if (isBad ?? (isGood === undefined ? false : !isGood)) {
    return { phase: 'Failed' };
  }
  return { phase: isGood === false ? 'Inconclusive' : 'Successful' };
}
