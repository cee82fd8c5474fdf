import { ExpressionOf } from '../python/syntax';
import { describeValue } from '../values/formatValue';
import { holdsDefinition } from '../values/holdsDefinition';
import { isSequence, iterate, keyOf } from '../values/inspectValue';
import {
  DictValue,
  list,
  ProjectionValue,
  PythonValue,
  text,
  unknown,
  UnknownValue,
} from '../values/PythonValue';
import { Evaluator } from './Evaluator';

/** `object[index]`; of a view it selects features. */
export function evaluateSubscript(
  expression: ExpressionOf<'subscript'>,
  run: Evaluator,
): PythonValue {
  const object = run.expression(expression.object);
  if (object.kind === 'unknown') return object;
  if (expression.index.kind === 'slice')
    return evaluateSlice(object, expression.index, run);
  const index = run.expression(expression.index);
  const projected = project(object, index);
  if (projected) return projected;
  if (index.kind === 'unknown') return index;
  return itemOf(object, index) ?? unknownItem(object);
}

function unknownItem(object: PythonValue): UnknownValue {
  const isContainer =
    isSequence(object) || object.kind === 'dict' || object.kind === 'set';
  const of = describeValue(object) ?? 'a value';
  return unknown(`an item of ${of}`, isContainer && holdsDefinition(object));
}

function project(
  object: PythonValue,
  index: PythonValue,
): ProjectionValue | undefined {
  const base = toProjection(object);
  return base && { ...base, ...selectFeatures(index) };
}

/** A view or an earlier selection as a projection. */
export function toProjection(value: PythonValue): ProjectionValue | undefined {
  if (value.kind === 'projection') return value;
  if (value.kind !== 'draft' || value.draft.kind !== 'view') return undefined;
  return {
    kind: 'projection',
    view: value.draft,
    features: undefined,
    alias: undefined,
    doubt: undefined,
  };
}

function selectFeatures(index: PythonValue): {
  features: string[];
  doubt: UnknownValue | undefined;
} {
  if (index.kind !== 'list')
    return { features: [], doubt: unknown('the selected features') };
  const names = index.items.map(item =>
    item.kind === 'string' ? item.value : undefined,
  );
  const failed = index.items.find(item => item.kind !== 'string');
  const doubt = failed
    ? unknown('the name of a selected feature')
    : index.doubt;
  return { features: names.filter(name => name !== undefined), doubt };
}

function itemOf(
  object: PythonValue,
  index: PythonValue,
): PythonValue | undefined {
  if (object.kind === 'dict') return entryOf(object, index);
  if (index.kind !== 'int') return undefined;
  if (object.kind === 'string') {
    const letter = [...object.value].at(index.value);
    return letter === undefined ? undefined : text(letter);
  }
  return isSequence(object) ? iterate(object)?.at(index.value) : undefined;
}

function entryOf(
  object: DictValue,
  index: PythonValue,
): PythonValue | undefined {
  const key = object.doubt ? undefined : keyOf(index);
  return key === undefined ? undefined : object.entries.get(key)?.value;
}

function evaluateSlice(
  object: PythonValue,
  slice: ExpressionOf<'slice'>,
  run: Evaluator,
): PythonValue {
  const bounds = slice.parts.map(part =>
    part ? asIndex(run.expression(part)) : null,
  );
  const [from = null, to = null, step = null] = bounds;
  const plain = bounds.length <= 3 && (step === null || step === 1);
  const known = from !== undefined && to !== undefined;
  const items = iterate(object);
  if (!plain || !known || bounds.includes(undefined) || !items)
    return unknown('a slice');
  const part = items.slice(from ?? 0, to ?? items.length);
  if (object.kind === 'string')
    return text(
      part.map(each => (each.kind === 'string' ? each.value : '')).join(''),
    );
  if (!isSequence(object)) return unknown('a slice');
  return object.kind === 'list' ? list(part) : { kind: 'tuple', items: part };
}

function asIndex(value: PythonValue): number | null | undefined {
  if (value.kind === 'none') return null;
  return value.kind === 'int' ? value.value : undefined;
}
