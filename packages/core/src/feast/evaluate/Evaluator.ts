import { Expression, Mentions } from '../python/syntax';
import { PythonValue } from '../values/PythonValue';
import { Budget } from './Budget';
import { Scope } from './Scope';

/** Finds what an import names. */
export interface ModuleFinder {
  /** The repository's module of this name, run to its end; `undefined` for a library's. */
  module(name: string): PythonValue | undefined;
  attribute(module: string, name: string): PythonValue | undefined;
  scopeOf(module: string): Scope | undefined;
}

/** Works out expressions in one scope. */
export interface Evaluator {
  /** The file that is being read. */
  readonly path: string;
  /** Its dotted name. */
  readonly moduleName: string;
  readonly scope: Scope;
  readonly budget: Budget;
  readonly modules: ModuleFinder;
  expression(expression: Expression): PythonValue;
  /** The same file with a scope of its own. */
  within(scope: Scope): Evaluator;
  /** Does the code name a class of Feast's that makes definitions? */
  mentionsFeast(mentions: Mentions): boolean;
}
