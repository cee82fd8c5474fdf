import { Expression, Statement, StatementOf } from '../python/syntax';
import { iterate, truthOf } from '../values/inspectValue';
import { operateValues } from '../values/operateValues';
import {
  CallArguments,
  ClassValue,
  FunctionValue,
  PythonValue,
  unknown,
} from '../values/PythonValue';
import { assignTarget } from './assignTarget';
import { callValue } from './evaluateCall';
import { Evaluator } from './Evaluator';
import { makesDefinition } from './makesDefinition';
import { mentionsOf } from './mentions';
import { doubtValue } from './doubtValue';
import { extendList } from './extendList';
import { defineClass } from './defineClass';
import { poison, Report } from './poison';
import { runImport } from './runImport';

/** How a list of statements ended. `unsure`: a jump that depends on something unknown. */
type Ending = 'end' | 'break' | 'continue' | 'raise' | 'unsure';

/**
 * Runs a module's statements, as far as that is possible without running code:
 * assignments, imports, plain control flow. The rest makes names uncertain.
 */
export class StatementRunner {
  readonly #run: Evaluator;
  readonly #report: Report;
  readonly #hidden: { value: FunctionValue | ClassValue; line: number }[] = [];
  /** Rises with everything that could raise an exception in Python. */
  #risks = 0;

  constructor(run: Evaluator, report: Report) {
    this.#run = run;
    this.#report = report;
  }

  runAll(statements: Statement[]): Ending {
    for (const statement of statements) {
      if (this.#run.budget.exhausted) return 'unsure';
      const ending = this.#runOne(statement);
      if (ending !== 'end') return ending;
    }
    return 'end';
  }

  #runOne(statement: Statement): Ending {
    switch (statement.kind) {
      case 'if':
        return this.#runIf(statement);
      case 'for':
        return this.#runFor(statement);
      case 'try':
        return this.#runTry(statement);
      case 'with':
        return this.#runWith(statement);
      case 'while':
        return this.#giveUp(statement, 'a loop', [
          ...statement.body,
          ...statement.otherwise,
        ]);
      case 'match':
        return this.#giveUp(statement, 'a choice', statement.bodies.flat());
      case 'break':
      case 'continue':
      case 'raise':
        return statement.kind;
      default:
        this.#runSimple(statement);
        return 'end';
    }
  }

  #runSimple(
    statement: Exclude<
      Statement,
      StatementOf<
        | 'if'
        | 'for'
        | 'try'
        | 'with'
        | 'while'
        | 'match'
        | 'break'
        | 'continue'
        | 'raise'
      >
    >,
  ): void {
    switch (statement.kind) {
      case 'import':
      case 'from-import':
        if (!runImport(statement, this.#run)) this.#risks += 1;
        break;
      case 'assign':
        this.#assign(statement);
        break;
      case 'augment':
        this.#augment(statement);
        break;
      case 'expression':
        this.#evaluate(statement.value);
        break;
      case 'function':
        this.#defineFunction(statement);
        break;
      case 'class':
        this.#noteHidden(statement, defineClass(statement, this.#run));
        break;
      case 'delete':
        this.#delete(statement);
        break;
      case 'broken':
        this.#reportBroken(statement);
        break;
      default:
        break;
    }
  }

  #evaluate(expression: Expression): PythonValue {
    const value = this.#run.expression(expression);
    if (value.kind === 'unknown') this.#risks += 1;
    return value;
  }

  #assign(statement: StatementOf<'assign'>): void {
    const value = this.#markDefinition(statement.value);
    const isDefinition =
      value.kind === 'draft' || (value.kind === 'unknown' && value.feast);
    for (const target of statement.targets) {
      const assigned = assignTarget(target, value, this.#run);
      if (!assigned && isDefinition)
        this.#report(statement.line, 'an assignment of this form');
    }
  }

  /** An unknown value that was made with Feast's classes may be a definition. */
  #markDefinition(expression: Expression): PythonValue {
    const value = this.#evaluate(expression);
    if (value.kind !== 'unknown' || value.feast) return value;
    const feast = this.#run.mentionsFeast(mentionsOf(expression));
    return unknown(value.what, feast);
  }

  #augment(statement: StatementOf<'augment'>): void {
    const before = this.#run.expression(statement.target);
    const value = this.#evaluate(statement.value);
    if (before.kind === 'list' && statement.operator === '+') {
      const added = iterate(value);
      if (!added || !extendList(before, added))
        doubtValue(before, 'what is added to a list');
      return;
    }
    const after = operateValues(statement.operator, before, value);
    // Changed in place: other names of it see the change too.
    doubtValue(before, 'a value that is changed in place');
    assignTarget(statement.target, after, this.#run);
  }

  #delete(statement: StatementOf<'delete'>): void {
    for (const target of statement.targets) {
      if (target.kind === 'name') this.#run.scope.bindings.delete(target.name);
      else assignTarget(target, unknown('a deleted item'), this.#run);
    }
  }

  #defineFunction(statement: StatementOf<'function'>): void {
    const { run, scope } = { run: this.#run, scope: this.#run.scope };
    for (const name of statement.globals) scope.unstable.add(name);
    const decorators = statement.decorators.map(each => this.#evaluate(each));
    const { name, mentions, line } = statement;
    const home = run.moduleName;
    const plain: FunctionValue = {
      kind: 'function',
      name,
      mentions,
      home,
      called: false,
    };
    this.#noteHidden(statement, plain);
    const value = decorators.reduceRight<PythonValue>((inner, decorator) => {
      const given: CallArguments = {
        positional: [inner],
        named: new Map(),
        lines: new Map(),
        open: undefined,
        line,
      };
      return callValue(decorator, given, run);
    }, plain);
    const atLine = statement.decorators[0]?.line ?? line;
    scope.bind(name, value, { path: run.path, line: atLine });
  }

  #noteHidden(
    statement: StatementOf<'function' | 'class'>,
    value: FunctionValue | ClassValue,
  ): void {
    if (makesDefinition(statement.calls, this.#run.scope))
      this.#hidden.push({ value, line: statement.line });
  }

  /**
   * Marks functions and classes that make definitions and that no module calls:
   * some other program may, and only running it would tell.
   */
  reportHidden(): void {
    for (const { value, line } of this.#hidden) {
      if (!value.called)
        this.#report(line, `what ${value.name} defines when it is called`);
    }
  }

  #reportBroken(statement: StatementOf<'broken'>): void {
    if (this.#run.mentionsFeast(statement.mentions))
      this.#report(statement.line, 'a definition with a syntax error');
  }

  #runIf(statement: StatementOf<'if'>): Ending {
    for (const [index, branch] of statement.branches.entries()) {
      const truth = truthOf(this.#run.expression(branch.test));
      if (truth === true) return this.runAll(branch.body);
      if (truth === undefined) {
        const open = statement.branches.slice(index).flatMap(each => each.body);
        return this.#giveUp(statement, 'a condition', [
          ...open,
          ...statement.otherwise,
        ]);
      }
    }
    return this.runAll(statement.otherwise);
  }

  /** Statements of which it is not known whether they run. */
  #giveUp(statement: Statement, what: string, body: Statement[]): Ending {
    this.#risks += 1;
    const jumps = poison(body, what, this.#run, this.#report);
    const isLoop = statement.kind === 'for' || statement.kind === 'while';
    return jumps && !isLoop ? 'unsure' : 'end';
  }

  #runFor(statement: StatementOf<'for'>): Ending {
    const items = iterate(this.#evaluate(statement.iterable));
    if (!items) return this.#giveUpLoop(statement);
    for (const item of [...items]) {
      const ending = this.#runRound(statement, item);
      if (ending === 'unsure') return this.#giveUpLoop(statement);
      if (ending === 'break') return 'end';
      if (ending === 'raise') return ending;
    }
    return this.runAll(statement.otherwise);
  }

  #runRound(statement: StatementOf<'for'>, item: PythonValue): Ending {
    const { target, body } = statement;
    return this.#run.budget.spend() && assignTarget(target, item, this.#run)
      ? this.runAll(body)
      : 'unsure';
  }

  #giveUpLoop(statement: StatementOf<'for'>): Ending {
    const { target, iterable, line, body, otherwise } = statement;
    const first: Statement = {
      kind: 'assign',
      targets: [target],
      value: iterable,
      line,
    };
    return this.#giveUp(statement, 'a loop', [first, ...body, ...otherwise]);
  }

  /**
   * The body is taken to succeed. Where something in it could raise, what the
   * handlers set is uncertain.
   */
  #runTry(statement: StatementOf<'try'>): Ending {
    const before = this.#risks;
    const ending = this.runAll(statement.body);
    if (ending === 'raise') {
      this.#giveUp(statement, 'a handled error', statement.handlers.flat());
    } else if (this.#risks > before) {
      for (const handler of statement.handlers)
        poison(handler, 'a handled error', this.#run, this.#report);
    }
    if (ending === 'break' || ending === 'continue' || ending === 'unsure')
      return ending;
    this.runAll(statement.otherwise);
    return this.runAll(statement.last);
  }

  #runWith(statement: StatementOf<'with'>): Ending {
    statement.managers.forEach(each => this.#evaluate(each));
    for (const target of statement.targets)
      assignTarget(target, unknown('a context'), this.#run);
    return this.runAll(statement.body);
  }
}
