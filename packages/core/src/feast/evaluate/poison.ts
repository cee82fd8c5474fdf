import { Expression, Mentions, Statement } from '../python/syntax';
import { unknown } from '../values/PythonValue';
import { assignTarget } from './assignTarget';
import { doubtValue } from './doubtValue';
import { Evaluator } from './Evaluator';
import { mentionsOf } from './mentions';

/** Notes a statement that may define something and can't be followed. */
export type Report = (line: number, what: string) => void;

const JUMPS = new Set<Statement['kind']>(['break', 'continue', 'raise']);

/**
 * Makes everything uncertain that the statements would set, because it is not
 * known whether they run. True where one of them leaves a loop or the module.
 */
export function poison(
  statements: Statement[],
  why: string,
  run: Evaluator,
  report: Report,
): boolean {
  let jumps = false;
  for (const statement of statements) {
    if (!run.budget.spend()) return true;
    poisonStatement(statement, why, run, report);
    const inner = poison(bodiesOf(statement), why, run, report);
    const isLoop = statement.kind === 'for' || statement.kind === 'while';
    jumps ||= JUMPS.has(statement.kind) || (inner && !isLoop);
  }
  return jumps;
}

function poisonStatement(
  statement: Statement,
  why: string,
  run: Evaluator,
  report: Report,
): void {
  for (const target of targetsOf(statement))
    poisonTarget(target, statement, why, run, report);
  const mentions = mutatedBy(statement);
  if (mentions) doubtMentioned(mentions, why, run);
  if (statement.kind === 'expression' && setsByName(statement.value, run))
    report(statement.line, `a definition that depends on ${why}`);
  if (statement.kind === 'broken' && run.mentionsFeast(statement.mentions))
    report(statement.line, 'a definition with a syntax error');
}

function bodiesOf(statement: Statement): Statement[] {
  switch (statement.kind) {
    case 'if':
      return [
        ...statement.branches.flatMap(each => each.body),
        ...statement.otherwise,
      ];
    case 'for':
    case 'while':
      return [...statement.body, ...statement.otherwise];
    case 'try':
      return [
        ...statement.body,
        ...statement.handlers.flat(),
        ...statement.otherwise,
        ...statement.last,
      ];
    case 'with':
      return statement.body;
    case 'match':
      return statement.bodies.flat();
    default:
      return [];
  }
}

/** What a statement sets. Names of imports and functions are made into targets. */
function targetsOf(statement: Statement): Expression[] {
  const { line } = statement;
  const named = (name: string): Expression => ({ kind: 'name', name, line });
  switch (statement.kind) {
    case 'assign':
    case 'delete':
      return statement.targets;
    case 'augment':
    case 'for':
      return [statement.target];
    case 'function':
    case 'class':
      return [named(statement.name)];
    case 'import':
      return statement.modules.map(each =>
        named(each.as ?? each.module.split('.')[0]),
      );
    case 'from-import':
      return statement.names === '*'
        ? []
        : statement.names.map(each => named(each.as));
    case 'with':
      return statement.targets;
    default:
      return [];
  }
}

function poisonTarget(
  target: Expression,
  statement: Statement,
  why: string,
  run: Evaluator,
  report: Report,
): void {
  const feast = mayDefine(statement, run);
  const value = unknown(`what depends on ${why}`, feast);
  if (!assignTarget(target, value, run) && feast)
    report(statement.line, `a definition that depends on ${why}`);
}

function mayDefine(statement: Statement, run: Evaluator): boolean {
  switch (statement.kind) {
    case 'assign':
      return run.mentionsFeast(mentionsOf(statement.value));
    case 'function':
      return statement.decorators.some(each =>
        run.mentionsFeast(mentionsOf(each)),
      );
    default:
      return false;
  }
}

/** Names of what the statement may change without setting it. */
function mutatedBy(statement: Statement): Mentions | undefined {
  switch (statement.kind) {
    case 'expression':
    case 'assign':
      return mentionsOf(statement.value);
    case 'augment':
      return mentionsOf(statement.target);
    case 'broken':
      return statement.mentions;
    default:
      return undefined;
  }
}

function doubtMentioned(mentions: Mentions, why: string, run: Evaluator): void {
  const feast = run.mentionsFeast(mentions);
  for (const name of mentions.names) {
    const value = run.scope.find(name)?.value;
    if (value) doubtValue(value, `what depends on ${why}`, feast);
  }
}

/** `globals().update(…)`, `setattr(module, name, …)` with a definition. */
function setsByName(expression: Expression, run: Evaluator): boolean {
  const mentions = mentionsOf(expression);
  const sets = ['globals', 'locals', 'setattr', 'exec', 'vars'].some(name =>
    mentions.names.has(name),
  );
  return sets && run.mentionsFeast(mentions);
}
