import { Expression, Mentions } from '../python/syntax';
import { PythonValue, unknown } from '../values/PythonValue';
import { Budget } from './Budget';
import { Evaluator, ModuleFinder } from './Evaluator';
import { evaluateExpression } from './evaluateExpression';
import { mentionsFeast } from './mentionsFeast';
import { Scope } from './Scope';

/** What the expressions of one file are worked out with. */
interface EvaluatorOptions {
  path: string;
  moduleName: string;
  scope: Scope;
  budget: Budget;
  modules: ModuleFinder;
}

/** Works out the expressions of one file. */
export class ModuleEvaluator implements Evaluator {
  readonly #options: EvaluatorOptions;

  constructor(options: EvaluatorOptions) {
    this.#options = options;
  }

  get path(): string {
    return this.#options.path;
  }

  get moduleName(): string {
    return this.#options.moduleName;
  }

  get scope(): Scope {
    return this.#options.scope;
  }

  get budget(): Budget {
    return this.#options.budget;
  }

  get modules(): ModuleFinder {
    return this.#options.modules;
  }

  expression(expression: Expression): PythonValue {
    if (!this.budget.spend()) return unknown('more than the limit of steps');
    return evaluateExpression(expression, this);
  }

  within(scope: Scope): Evaluator {
    return new ModuleEvaluator({ ...this.#options, scope });
  }

  mentionsFeast(mentions: Mentions): boolean {
    return mentionsFeast(mentions, this.scope, module =>
      this.modules.scopeOf(module),
    );
  }
}
