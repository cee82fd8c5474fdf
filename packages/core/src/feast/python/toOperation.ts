import { SyntaxNode } from '@lezer/common';
import { childrenOf, SourceText } from './SourceText';
import { Expression, Operation } from './syntax';

/** Operands and operators in the order in which they are written. */
type Token =
  | { kind: 'operand'; node: SyntaxNode }
  | { kind: 'operator'; text: string; node: SyntaxNode };

const OPERATOR_NODES = new Set([
  'ArithOp',
  'BitOp',
  'CompareOp',
  'and',
  'or',
  'not',
  'in',
  'is',
]);

/** Python's levels of precedence, loosest first. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['not'],
  ['<', '>', '<=', '>=', '==', '!=', '<>', 'in', 'not in', 'is', 'is not'],
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '//', '%', '@'],
];
const NOT = 2;
const COMPARISON = 3;

class OperationReader {
  readonly #tokens: Token[];
  readonly #convert: (operand: SyntaxNode) => Expression;
  #at = 0;

  constructor(tokens: Token[], convert: (operand: SyntaxNode) => Expression) {
    this.#tokens = tokens;
    this.#convert = convert;
  }

  readAll(): Expression | undefined {
    const result = this.#level(0);
    return this.#at === this.#tokens.length ? result : undefined;
  }

  #operator(of: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    return token?.kind === 'operator' && of.includes(token.text)
      ? token.text
      : undefined;
  }

  #level(level: number): Expression | undefined {
    if (level === LEVELS.length) return this.#unary(['+', '-', '~']);
    if (level === NOT) return this.#not();
    const first = this.#level(level + 1);
    if (!first) return undefined;
    const rest: Operation[] = [];
    for (;;) {
      const operator = this.#operator(LEVELS[level]);
      if (operator === undefined) return combine(level, first, rest);
      this.#at += 1;
      const operand = this.#level(level + 1);
      if (!operand) return undefined;
      rest.push({ operator, operand });
    }
  }

  #not(): Expression | undefined {
    return this.#prefixed(['not'], () => this.#level(COMPARISON));
  }

  #unary(of: readonly string[]): Expression | undefined {
    return this.#prefixed(of, () => this.#power());
  }

  /** Many signs in a row are read in a loop: they must not nest the reader. */
  #prefixed(
    of: readonly string[],
    read: () => Expression | undefined,
  ): Expression | undefined {
    const signs: string[] = [];
    for (let text = this.#operator(of); text; text = this.#operator(of)) {
      signs.push(text);
      this.#at += 1;
    }
    if (signs.length > 8) return undefined;
    const operand = read();
    return signs.reduceRight<Expression | undefined>(
      (value, operator) =>
        value && { kind: 'unary', operator, operand: value, line: value.line },
      operand,
    );
  }

  #power(): Expression | undefined {
    const base = this.#operand();
    if (!base || this.#operator(['**']) === undefined) return base;
    this.#at += 1;
    const operand = this.#prefixed(['+', '-', '~'], () => this.#operand());
    // A tower of powers occurs in no definition.
    if (!operand || this.#operator(['**']) !== undefined) return undefined;
    const rest = [{ operator: '**', operand }];
    return { kind: 'arithmetic', first: base, rest, line: base.line };
  }

  #operand(): Expression | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'operand') return undefined;
    this.#at += 1;
    return this.#convert(token.node);
  }
}

/**
 * Operators of any mix, grouped by Python's precedence. The parser's own grouping
 * is not used: its `not` binds `and` and `or`, and long chains nest.
 */
export function toOperation(
  node: SyntaxNode,
  source: SourceText,
  convert: (operand: SyntaxNode) => Expression,
): Expression | undefined {
  const tokens = mergeWordOperators(flatten(node, source));
  const reader = new OperationReader(tokens, convert);
  return reader.readAll();
}

function flatten(node: SyntaxNode, source: SourceText): Token[] {
  const tokens: Token[] = [];
  const stack = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (OPERATOR_NODES.has(next.name)) {
      tokens.push({ kind: 'operator', text: source.slice(next), node: next });
    } else if (
      next.name === 'BinaryExpression' ||
      next.name === 'UnaryExpression'
    ) {
      stack.push(...childrenOf(next).reverse());
    } else {
      tokens.push({ kind: 'operand', node: next });
    }
  }
  return tokens;
}

/** `not` after an operand belongs to `in`; after `is` it belongs to that. */
function mergeWordOperators(tokens: Token[]): Token[] {
  const merged: Token[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    const before = last?.kind === 'operator' ? last.text : undefined;
    const text = token.kind === 'operator' ? token.text : undefined;
    const pair = `${before} ${text}`;
    const joins =
      pair === 'is not' ||
      (pair === 'not in' && merged.at(-2)?.kind === 'operand');
    if (joins)
      merged[merged.length - 1] = { ...token, kind: 'operator', text: pair };
    else merged.push(token);
  }
  return merged;
}

function combine(
  level: number,
  first: Expression,
  rest: Operation[],
): Expression {
  if (rest.length === 0) return first;
  const { line } = first;
  if (level < NOT) {
    const operands = [first, ...rest.map(each => each.operand)];
    return {
      kind: 'boolean',
      operator: level === 0 ? 'or' : 'and',
      operands,
      line,
    };
  }
  const kind = level === COMPARISON ? 'comparison' : 'arithmetic';
  return { kind, first, rest, line };
}
