import { StatementOf } from '../python/syntax';

/** Where an import stands. */
interface Importer {
  moduleName: string;
  path: string;
}

/** The absolute name of the module that a `from` import names; `undefined` above the root. */
export function resolveModuleName(
  statement: Pick<StatementOf<'from-import'>, 'level' | 'module'>,
  importer: Importer,
): string | undefined {
  if (statement.level === 0) return statement.module;
  const parts =
    importer.moduleName === '' ? [] : importer.moduleName.split('.');
  const isPackage = importer.path.endsWith('__init__.py');
  const up = isPackage ? statement.level - 1 : statement.level;
  if (up > parts.length) return undefined;
  const base = parts.slice(0, parts.length - up);
  return [...base, ...(statement.module === '' ? [] : [statement.module])].join(
    '.',
  );
}
