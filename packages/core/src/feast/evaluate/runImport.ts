import { StatementOf } from '../python/syntax';
import { PythonValue, unknown } from '../values/PythonValue';
import { Evaluator } from './Evaluator';
import { libraryExports } from './libraryExports';
import { resolveLibrary } from './resolveLibrary';
import { resolveModuleName } from './resolveModuleName';

/**
 * Binds what an import gives. False where the module is a library's that may not
 * be installed, or where the repository's module lacks the name.
 */
export function runImport(
  statement: StatementOf<'import'> | StatementOf<'from-import'>,
  run: Evaluator,
): boolean {
  return statement.kind === 'import'
    ? runPlainImport(statement, run)
    : runFromImport(statement, run);
}

function runPlainImport(
  statement: StatementOf<'import'>,
  run: Evaluator,
): boolean {
  const spot = { path: run.path, line: statement.line };
  let certain = true;
  for (const { module, as } of statement.modules) {
    const found = run.modules.module(module);
    const top = module.split('.')[0];
    if (!found && top !== 'feast') certain = false;
    const value = found ?? resolveLibrary(module);
    if (as !== undefined) run.scope.bind(as, value, spot);
    else {
      const bound = run.modules.module(top) ?? resolveLibrary(top);
      run.scope.bind(top, bound, spot);
    }
  }
  return certain;
}

function runFromImport(
  statement: StatementOf<'from-import'>,
  run: Evaluator,
): boolean {
  const name = resolveModuleName(statement, run);
  const module = name === undefined ? undefined : run.modules.module(name);
  if (statement.names === '*')
    return module ? importAll(module, run) : importLibrary(statement, run);
  const spot = { path: run.path, line: statement.line };
  let certain = statement.module.split('.')[0] === 'feast' || Boolean(module);
  for (const { name: wanted, as } of statement.names) {
    const value = importName(
      module,
      wanted,
      name ?? statement.module,
      statement.level,
      run,
    );
    if (value.kind === 'unknown') certain = false;
    const origin = originOf(module, wanted, run);
    run.scope.bind(as, value, origin ?? spot);
  }
  return certain;
}

function importName(
  module: PythonValue | undefined,
  name: string,
  moduleName: string,
  level: number,
  run: Evaluator,
): PythonValue {
  if (module?.kind === 'module') {
    return (
      run.modules.attribute(module.module, name) ??
      unknown(`the name ${name} of the module ${moduleName}`)
    );
  }
  return level > 0
    ? unknown(`the name ${name} of a module that is not here`)
    : resolveLibrary(`${moduleName}.${name}`);
}

function originOf(
  module: PythonValue | undefined,
  name: string,
  run: Evaluator,
) {
  return module?.kind === 'module'
    ? run.modules.scopeOf(module.module)?.bindings.get(name)?.spot
    : undefined;
}

/** Names of a library that are known; of any other library, none. */
function importLibrary(
  statement: StatementOf<'from-import'>,
  run: Evaluator,
): boolean {
  const names =
    statement.level === 0 ? libraryExports(statement.module) : undefined;
  const spot = { path: run.path, line: statement.line };
  for (const name of names ?? [])
    run.scope.bind(name, resolveLibrary(`${statement.module}.${name}`), spot);
  return names !== undefined;
}

/** All public names, or those of `__all__`. */
function importAll(module: PythonValue, run: Evaluator): boolean {
  const scope =
    module.kind === 'module' ? run.modules.scopeOf(module.module) : undefined;
  if (!scope) return false;
  const declared = scope.bindings.get('__all__')?.value;
  const listed =
    declared?.kind === 'list' || declared?.kind === 'tuple'
      ? new Set(
          declared.items.flatMap(item =>
            item.kind === 'string' ? item.value : [],
          ),
        )
      : undefined;
  for (const [name, binding] of scope.bindings) {
    const isWanted = listed ? listed.has(name) : !name.startsWith('_');
    if (isWanted) run.scope.bind(name, binding.value, binding.spot);
  }
  return true;
}
