import { ComprehensionClause, ExpressionOf } from '../python/syntax';
import { iterate, keyOf, toSet, truthOf } from '../values/inspectValue';
import { LARGEST_VALUE } from '../values/operateValues';
import { DictValue, list, PythonValue, unknown } from '../values/PythonValue';
import { assignTarget } from './assignTarget';
import { Evaluator } from './Evaluator';
import { Scope } from './Scope';

/** `[x for x in y if z]` over values that are known, with a scope of its own. */
export function evaluateComprehension(
  expression: ExpressionOf<'comprehension'>,
  run: Evaluator,
): PythonValue {
  const inner = run.within(new Scope(run.scope));
  const results: { key: PythonValue | undefined; value: PythonValue }[] = [];
  const complete = loop(expression.clauses, 0, inner, () => {
    const key = expression.key && inner.expression(expression.key);
    results.push({ key, value: inner.expression(expression.element) });
    return results.length <= LARGEST_VALUE;
  });
  if (!complete) return unknown('a comprehension');
  const values = results.map(each => each.value);
  if (expression.form === 'set') return toSet(values);
  return expression.form === 'dict' ? makeDict(results) : list(values);
}

/** False where an iterable or a condition is not known, or too much is made. */
function loop(
  clauses: ComprehensionClause[],
  index: number,
  run: Evaluator,
  yieldResult: () => boolean,
): boolean {
  if (index === clauses.length) return yieldResult();
  const { target, iterable, conditions } = clauses[index];
  const items = iterate(run.expression(iterable));
  return Boolean(
    items?.every(item => {
      if (!run.budget.spend() || !assignTarget(target, item, run)) return false;
      const test = allTrue(conditions, run);
      return test === true
        ? loop(clauses, index + 1, run, yieldResult)
        : test === false;
    }),
  );
}

function allTrue(
  conditions: ComprehensionClause['conditions'],
  run: Evaluator,
): boolean | undefined {
  for (const condition of conditions) {
    const truth = truthOf(run.expression(condition));
    if (truth !== true) return truth;
  }
  return true;
}

function makeDict(
  results: { key: PythonValue | undefined; value: PythonValue }[],
): PythonValue {
  const entries: DictValue['entries'] = new Map();
  for (const { key, value } of results) {
    const id = key && keyOf(key);
    if (!key || id === undefined) return unknown('a key of a comprehension');
    entries.set(id, { key, value });
  }
  return { kind: 'dict', entries, doubt: undefined };
}
