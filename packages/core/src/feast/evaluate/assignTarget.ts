import { forgetArgument } from '../definitions/forgetArgument';
import { Expression, Item } from '../python/syntax';
import { holdsDefinition } from '../values/holdsDefinition';
import { isSequence, iterate, keyOf } from '../values/inspectValue';
import { list, PythonValue, unknown } from '../values/PythonValue';
import { Evaluator } from './Evaluator';
import { doubtValue } from './doubtValue';

/**
 * Gives a value to a name, several names, an item or an attribute. False where
 * the target's form is not known.
 */
export function assignTarget(
  target: Expression,
  value: PythonValue,
  run: Evaluator,
): boolean {
  switch (target.kind) {
    case 'name':
      run.scope.bind(target.name, value, { path: run.path, line: target.line });
      return true;
    case 'tuple':
    case 'list':
      return assignItems(target.items, value, run);
    case 'subscript':
      return assignItem(target, value, run);
    case 'attribute':
      assignAttribute(target, value, run);
      return true;
    default:
      return false;
  }
}

function assignItems(
  targets: Item[],
  value: PythonValue,
  run: Evaluator,
): boolean {
  const values = unpack(targets, value);
  return targets.every((target, index) =>
    assignTarget(target.value, values[index], run),
  );
}

/** One value for each target; unknown ones where the shapes do not fit. */
function unpack(targets: Item[], value: PythonValue): PythonValue[] {
  const items = isSequence(value) ? iterate(value) : undefined;
  const parts = items && distribute(targets, items);
  if (parts) return parts;
  const what = value.kind === 'unknown' ? value.what : 'part of a value';
  const feast = isSequence(value)
    ? holdsDefinition(value)
    : value.kind === 'unknown' && value.feast;
  return targets.map(() => unknown(what, feast));
}

/** Items for the targets, of which one may take several; `undefined` where they do not fit. */
function distribute(
  targets: Item[],
  items: PythonValue[],
): PythonValue[] | undefined {
  const star = targets.findIndex(target => target.spread);
  if (star < 0) return items.length === targets.length ? items : undefined;
  const count = items.length - targets.length + 1;
  if (count < 0) return undefined;
  return [
    ...items.slice(0, star),
    list(items.slice(star, star + count)),
    ...items.slice(star + count),
  ];
}

function assignItem(
  target: Extract<Expression, { kind: 'subscript' }>,
  value: PythonValue,
  run: Evaluator,
): boolean {
  const container = run.expression(target.object);
  const index = run.expression(target.index);
  if (container.kind === 'globals' && index.kind === 'string') {
    run.scope.bind(index.value, value, { path: run.path, line: target.line });
    return true;
  }
  const key = keyOf(index);
  if (container.kind === 'dict' && key !== undefined) {
    container.entries.set(key, { key: index, value });
    return true;
  }
  if (target.object.kind === 'attribute')
    assignAttribute(target.object, unknown('an item that is set'), run);
  doubtValue(container, 'an item that is set');
  return container.kind !== 'globals' && container.kind !== 'unknown';
}

/**
 * Setting an attribute of a definition makes that argument uncertain; of a module
 * it sets the name.
 */
function assignAttribute(
  target: Extract<Expression, { kind: 'attribute' }>,
  value: PythonValue,
  run: Evaluator,
): void {
  const object = run.expression(target.object);
  const { name, line } = target;
  if (object.kind === 'draft') forgetArgument(object.draft, name, line);
  if (object.kind === 'class') object.members.delete(name);
  if (object.kind === 'module') {
    const scope = run.modules.scopeOf(object.module);
    scope?.bind(name, value, { path: run.path, line });
  }
}
