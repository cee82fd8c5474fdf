import { createDraft } from '../definitions/createDraft';
import { feastRole } from '../definitions/feastClasses';
import { forgetArgument } from '../definitions/forgetArgument';
import { Argument, ExpressionOf } from '../python/syntax';
import { describeValue } from '../values/formatValue';
import { iterate } from '../values/inspectValue';
import {
  CallArguments,
  PythonValue,
  text,
  unknown,
  UnknownValue,
  ValueOf,
} from '../values/PythonValue';
import { callLibrary, isHarmless } from './callLibrary';
import { callMethod } from './callMethod';
import { doubtValue } from './doubtValue';
import { Evaluator } from './Evaluator';

/** A call: of Feast's classes, of a few known functions; anything else is unknown. */
export function evaluateCall(
  expression: ExpressionOf<'call'>,
  run: Evaluator,
): PythonValue {
  const callee = run.expression(expression.callee);
  const given = evaluateArguments(expression.arguments, expression.line, run);
  noteChangedAttribute(expression, run);
  return callValue(callee, given, run);
}

/** `view.tags.update(…)` changes a definition. */
function noteChangedAttribute(
  expression: ExpressionOf<'call'>,
  run: Evaluator,
): void {
  const { callee } = expression;
  if (callee.kind !== 'attribute' || callee.object.kind !== 'attribute') return;
  const { object, name, line } = callee.object;
  if (object.kind !== 'name') return;
  const of = run.expression(object);
  if (of.kind === 'draft') forgetArgument(of.draft, name, line);
}

/** Calls a value with arguments that are worked out already. */
export function callValue(
  callee: PythonValue,
  given: CallArguments,
  run: Evaluator,
): PythonValue {
  switch (callee.kind) {
    case 'feast-class':
      return callFeast(callee.name, given, run);
    case 'feast-decorator':
      return decorate(callee, given, run);
    case 'method':
      return (
        callMethod(callee.of, callee.name, given) ??
        callUnknown(`a call of ${callee.name}()`, given, false)
      );
    case 'library':
      return (
        callLibrary(callee.path, given) ??
        callUnknown(`a call of ${callee.path}()`, given, false, callee.path)
      );
    case 'function':
      callee.called = true;
      doubtMentioned(callee, run);
      return callUnknown(
        `a call of ${callee.name}()`,
        given,
        run.mentionsFeast(callee.mentions),
      );
    case 'class':
      callee.called = true;
      return callUnknown(
        `an object of the class ${callee.name}`,
        given,
        run.mentionsFeast(callee.mentions),
      );
    default:
      return callUnknown(
        `a call of ${describeValue(callee) ?? 'a value'}`,
        given,
        callee.kind === 'unknown' && callee.feast,
      );
  }
}

function evaluateArguments(
  given: Argument[],
  line: number,
  run: Evaluator,
): CallArguments {
  const result: CallArguments = {
    positional: [],
    named: new Map(),
    lines: new Map(),
    open: undefined,
    line,
  };
  for (const argument of given) {
    const value = run.expression(argument.value);
    if (argument.spread) spreadInto(result, argument.spread, value);
    else if (argument.name === undefined) result.positional.push(value);
    else {
      result.named.set(argument.name, value);
      result.lines.set(argument.name, argument.line);
    }
  }
  return result;
}

function spreadInto(
  result: CallArguments,
  spread: '*' | '**',
  value: PythonValue,
): void {
  const open = unknown(describeValue(value) ?? 'a spread argument');
  if (spread === '**') {
    spreadNamed(result, value, open);
    return;
  }
  const items = iterate(value);
  if (items) for (const item of items) result.positional.push(item);
  else result.open ??= open;
}

function spreadNamed(
  result: CallArguments,
  value: PythonValue,
  open: UnknownValue,
): void {
  if (value.kind !== 'dict' || value.doubt) result.open ??= open;
  const entries = value.kind === 'dict' ? value.entries.values() : [];
  for (const { key, value: given } of entries) {
    if (key.kind === 'string') result.named.set(key.value, given);
  }
}

function callFeast(
  name: string,
  given: CallArguments,
  run: Evaluator,
): PythonValue {
  return feastRole(name) === 'decorator'
    ? { kind: 'feast-decorator', name, arguments: given }
    : createDraft(name, given, { path: run.path, line: given.line });
}

/** A decorated function is a view, by default of the function's name. */
function decorate(
  decorator: ValueOf<'feast-decorator'>,
  given: CallArguments,
  run: Evaluator,
): PythonValue {
  const [target] = given.positional;
  const { name, arguments: original } = decorator;
  const named = new Map(original.named);
  const keepsName =
    name !== 'stream_feature_view' &&
    (named.get('name')?.kind ?? 'none') !== 'none';
  if (!keepsName) {
    const functionName =
      target?.kind === 'function'
        ? text(target.name)
        : unknown('the name of a decorated function');
    named.set('name', functionName);
  }
  const spot = { path: run.path, line: original.line };
  return createDraft(name, { ...original, named }, spot);
}

/** What is passed on may be changed, and a definition may come back. */
function callUnknown(
  what: string,
  given: CallArguments,
  feast: boolean,
  path?: string,
): PythonValue {
  const values = [...given.positional, ...given.named.values()];
  const isReader = path !== undefined && isHarmless(path);
  if (!isReader) for (const value of values) doubtValue(value, what);
  const takesDefinition =
    !isReader &&
    values.some(
      value => value.kind === 'draft' && value.draft.kind !== 'field',
    );
  return unknown(what, feast || takesDefinition);
}

/** A function may change the lists and dictionaries that it names. */
function doubtMentioned(callee: ValueOf<'function'>, run: Evaluator): void {
  const home = run.modules.scopeOf(callee.home) ?? run.scope;
  const feast = run.mentionsFeast(callee.mentions);
  for (const name of callee.mentions.names) {
    const value = home.find(name)?.value;
    if (value) doubtValue(value, `what ${callee.name}() may change`, feast);
  }
}
