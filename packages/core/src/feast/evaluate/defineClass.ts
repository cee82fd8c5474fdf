import { StatementOf } from '../python/syntax';
import { ClassValue, PythonValue, unknown } from '../values/PythonValue';
import { assignTarget } from './assignTarget';
import { Evaluator } from './Evaluator';
import { Scope } from './Scope';

const ENUMERATIONS = /^enum\.\w*Enum$/;

/**
 * A class, with the constants of its body where it is a plain one or an
 * enumeration: people keep names in such classes.
 */
export function defineClass(
  statement: StatementOf<'class'>,
  run: Evaluator,
): ClassValue {
  const bases = statement.bases.map(base => run.expression(base));
  const isEnum = bases.some(isEnumeration);
  const isPlain = bases.every(base => isEnumeration(base) || isPlainBase(base));
  const value: ClassValue = {
    kind: 'class',
    name: statement.name,
    isEnum,
    members: new Map(),
    mentions: statement.mentions,
    home: run.moduleName,
    called: false,
  };
  if (isPlain && !statement.decorated) {
    const inner = run.within(new Scope(run.scope));
    for (const each of statement.body) {
      if (each.kind === 'assign') {
        const assigned = inner.expression(each.value);
        each.targets.forEach(target => assignTarget(target, assigned, inner));
      }
    }
    for (const [name, binding] of inner.scope.bindings)
      value.members.set(name, binding.value);
  }
  const spot = { path: run.path, line: statement.line };
  const bound = statement.decorated
    ? unknown(`the class ${statement.name}`)
    : value;
  run.scope.bind(statement.name, bound, spot);
  return value;
}

function isEnumeration(base: PythonValue): boolean {
  return base.kind === 'library' && ENUMERATIONS.test(base.path);
}

/** `class A(str, Enum)`, `class A(object)`. */
function isPlainBase(base: PythonValue): boolean {
  return base.kind === 'library' && base.path.startsWith('builtins.');
}
