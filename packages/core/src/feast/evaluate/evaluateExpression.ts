import { isDefinition } from '../definitions/feastClasses';
import { DictEntry, Expression, ExpressionOf, Item } from '../python/syntax';
import { formatWith } from '../values/formatValue';
import { iterate, keyOf, toSet, truthOf } from '../values/inspectValue';
import {
  compareValues,
  operateUnary,
  operateValues,
} from '../values/operateValues';
import {
  bool,
  DictValue,
  list,
  PythonValue,
  text,
  unknown,
  UnknownValue,
} from '../values/PythonValue';
import { Evaluator } from './Evaluator';
import { evaluateAttribute } from './evaluateAttribute';
import { evaluateCall } from './evaluateCall';
import { evaluateComprehension } from './evaluateComprehension';
import { evaluateSubscript } from './evaluateSubscript';
import { resolveLibrary } from './resolveLibrary';

/** What an expression stands for. */
export function evaluateExpression(
  expression: Expression,
  run: Evaluator,
): PythonValue {
  switch (expression.kind) {
    case 'name':
      return evaluateName(expression.name, run);
    case 'literal':
      return expression.literal;
    case 'format':
      return evaluateFormat(expression, run);
    case 'list':
    case 'tuple':
    case 'set':
      return evaluateItems(expression.kind, expression.items, run);
    case 'dict':
      return evaluateDict(expression.entries, run);
    case 'call':
      return evaluateCall(expression, run);
    case 'attribute':
      return evaluateAttribute(expression, run);
    case 'subscript':
      return evaluateSubscript(expression, run);
    case 'comprehension':
      return evaluateComprehension(expression, run);
    default:
      return evaluateOperation(expression, run);
  }
}

type Operation = Exclude<
  Expression,
  ExpressionOf<
    | 'name'
    | 'literal'
    | 'format'
    | 'list'
    | 'tuple'
    | 'set'
    | 'dict'
    | 'call'
    | 'attribute'
    | 'subscript'
    | 'comprehension'
  >
>;

function evaluateOperation(expression: Operation, run: Evaluator): PythonValue {
  switch (expression.kind) {
    case 'arithmetic':
      return expression.rest.reduce(
        (left, each) =>
          operateValues(each.operator, left, run.expression(each.operand)),
        run.expression(expression.first),
      );
    case 'comparison':
      return evaluateComparison(expression, run);
    case 'boolean':
      return evaluateBoolean(expression, run);
    case 'unary':
      return operateUnary(
        expression.operator,
        run.expression(expression.operand),
      );
    case 'conditional':
      return evaluateConditional(expression, run);
    case 'lambda':
      return {
        kind: 'function',
        name: '<lambda>',
        mentions: expression.mentions,
        home: run.moduleName,
        called: false,
      };
    case 'walrus': {
      const value = run.expression(expression.value);
      const spot = { path: run.path, line: expression.line };
      run.scope.bind(expression.name, value, spot);
      return value;
    }
    case 'slice':
      return unknown('a slice');
    default:
      return unknown(expression.what, run.mentionsFeast(expression.mentions));
  }
}

const BUILTINS = new Set(
  `abs bool dict enumerate float frozenset getattr globals int isinstance len list
   locals max min object print range reversed round set setattr sorted str sum tuple type
   zip`.split(/\s+/),
);

function evaluateName(name: string, run: Evaluator): PythonValue {
  const binding = run.scope.find(name);
  if (binding) {
    return run.scope.isUnstable(name)
      ? unknown(`${name}, which a function sets`)
      : binding.value;
  }
  if (name === '__name__') return text(run.moduleName);
  return BUILTINS.has(name)
    ? resolveLibrary(`builtins.${name}`)
    : unknown(`the name ${name}`, isDefinition(name));
}

function evaluateFormat(
  expression: ExpressionOf<'format'>,
  run: Evaluator,
): PythonValue {
  let result = '';
  for (const part of expression.parts) {
    if (part.kind === 'text') {
      result += part.text;
      continue;
    }
    const value = run.expression(part.value);
    if (value.kind === 'unknown') return value;
    const formatted = formatWith(value, part.conversion, part.spec);
    if (formatted === undefined) return unknown('a formatted text');
    result += formatted;
  }
  return text(result);
}

function evaluateItems(
  kind: 'list' | 'tuple' | 'set',
  items: Item[],
  run: Evaluator,
): PythonValue {
  const { values, doubt } = gatherItems(items, run);
  if (kind === 'list') return { ...list(values), doubt };
  if (kind === 'tuple') return doubt ?? { kind: 'tuple', items: values };
  return { ...toSet(values), doubt };
}

function gatherItems(items: Item[], run: Evaluator) {
  const values: PythonValue[] = [];
  let doubt: UnknownValue | undefined;
  for (const item of items) {
    const value = run.expression(item.value);
    const spread = item.spread ? iterate(value) : [value];
    if (spread) for (const each of spread) values.push(each);
    else doubt ??= unknown('a spread value');
  }
  return { values, doubt };
}

function evaluateDict(entries: DictEntry[], run: Evaluator): PythonValue {
  const result: DictValue = {
    kind: 'dict',
    entries: new Map(),
    doubt: undefined,
  };
  for (const entry of entries) {
    const value = run.expression(entry.value);
    if (entry.key) setEntry(result, run.expression(entry.key), value);
    else mergeInto(result, value);
  }
  return result;
}

function mergeInto(result: DictValue, value: PythonValue): void {
  if (value.kind === 'dict') {
    value.entries.forEach((entry, key) => result.entries.set(key, entry));
    result.doubt ??= value.doubt;
  } else result.doubt ??= unknown('a spread value');
}

function setEntry(
  result: DictValue,
  key: PythonValue,
  value: PythonValue,
): void {
  const id = keyOf(key);
  if (id === undefined) {
    result.doubt ??= key.kind === 'unknown' ? key : unknown('a key');
  } else result.entries.set(id, { key, value });
}

function evaluateComparison(
  expression: ExpressionOf<'comparison'>,
  run: Evaluator,
): PythonValue {
  let left = run.expression(expression.first);
  let certain = true;
  for (const { operator, operand } of expression.rest) {
    const right = run.expression(operand);
    const result = compareValues(operator, left, right);
    if (result === false) return bool(false);
    if (result === undefined) certain = false;
    left = right;
  }
  return certain ? bool(true) : unknown('a comparison');
}

function evaluateBoolean(
  expression: ExpressionOf<'boolean'>,
  run: Evaluator,
): PythonValue {
  const stopsAt = expression.operator === 'or';
  let value: PythonValue = unknown('a condition');
  for (const operand of expression.operands) {
    value = run.expression(operand);
    const truth = truthOf(value);
    if (truth === undefined)
      return value.kind === 'unknown' ? value : unknown('a condition');
    if (truth === stopsAt) return value;
  }
  return value;
}

function evaluateConditional(
  expression: ExpressionOf<'conditional'>,
  run: Evaluator,
): PythonValue {
  const test = run.expression(expression.test);
  const truth = truthOf(test);
  if (truth !== undefined)
    return run.expression(truth ? expression.then : expression.otherwise);
  const either = [expression.then, expression.otherwise].map(each =>
    run.expression(each),
  );
  const feast = either.some(value => value.kind === 'draft');
  return unknown('a choice by a condition', feast);
}
