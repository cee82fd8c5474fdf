import { ExpressionOf } from '../python/syntax';
import { PythonValue, text, unknown, ValueOf } from '../values/PythonValue';
import { Evaluator } from './Evaluator';
import { resolveLibrary } from './resolveLibrary';

/** `object.name`. */
export function evaluateAttribute(
  expression: ExpressionOf<'attribute'>,
  run: Evaluator,
): PythonValue {
  const object = run.expression(expression.object);
  const { name } = expression;
  switch (object.kind) {
    case 'unknown':
      return object;
    case 'library':
      return resolveLibrary(`${object.path}.${name}`);
    case 'module':
      return (
        run.modules.attribute(object.module, name) ??
        unknown(`the name ${name} of the module ${object.module}`)
      );
    case 'class':
      return classMember(object, name);
    case 'member':
      return memberPart(object, name);
    case 'draft':
      return draftPart(object, name);
    default:
      return { kind: 'method', of: object, name };
  }
}

function classMember(value: ValueOf<'class'>, name: string): PythonValue {
  const member = value.members.get(name);
  if (!member) return unknown(`${value.name}.${name}`);
  return value.isEnum && member.kind !== 'function'
    ? { kind: 'member', name, value: member }
    : member;
}

function memberPart(value: ValueOf<'member'>, name: string): PythonValue {
  if (name === 'value') return value.value;
  if (name === 'name') return text(value.name);
  return { kind: 'method', of: value, name };
}

const METHODS = new Set(['with_name', 'with_join_key_map', 'with_projection']);

function draftPart(value: ValueOf<'draft'>, name: string): PythonValue {
  const { draft } = value;
  if (draft.kind === 'view' && METHODS.has(name))
    return { kind: 'method', of: value, name };
  const isChanged = draft.doubts.some(doubt => doubt.field === name);
  if (name === 'name' && draft.name !== undefined && !isChanged)
    return text(draft.name);
  return unknown(`the attribute ${name} of a definition`);
}
