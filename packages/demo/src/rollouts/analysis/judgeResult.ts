import { Metric } from '../contract';
import { evaluateCondition } from './evaluateCondition';

/** What a metric says of a value. */
interface Judgement {
  phase: 'Successful' | 'Failed' | 'Inconclusive' | 'Error';
  message?: string;
}

type ConditionName = 'successCondition' | 'failureCondition';

/** Undefined where the metric has no such condition. */
function evaluate(metric: Metric, name: ConditionName, result: unknown) {
  const text = metric[name];
  if (!text) return undefined;
  const verdict = evaluateCondition(text, result);
  return 'value' in verdict
    ? verdict
    : { error: `could not evaluate ${name} "${text}": ${verdict.error}` };
}

/** Source: utils/evaluate/evaluate.go `EvaluateResult`. */
export function judgeResult(metric: Metric, result: unknown): Judgement {
  const good = evaluate(metric, 'successCondition', result);
  if (good && 'error' in good) return { phase: 'Error', message: good.error };
  const bad = evaluate(metric, 'failureCondition', result);
  if (bad && 'error' in bad) return { phase: 'Error', message: bad.error };
  const isFailed = bad ? bad.value : good?.value === false;
  if (isFailed) return { phase: 'Failed' };
  return { phase: good?.value === false ? 'Inconclusive' : 'Successful' };
}
