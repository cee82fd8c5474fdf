/** What a condition says of a result, or why it can't be told. */
type Verdict = { value: boolean } | { error: string };

class ConditionError extends Error {}

type Value = number | boolean;

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)|(?<word>[A-Za-z_]\w*)|(?<sign>&&|\|\||[<>=!]=|[<>!()-]))/y;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  const pattern = new RegExp(TOKEN);
  const { length } = text.trimEnd();
  while (pattern.lastIndex < length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) {
      throw new ConditionError(
        `"${text.slice(at).trim()}" is not understood here`,
      );
    }
    tokens.push(match[0].trim());
  }
  return tokens;
}

const COMPARE: Record<string, (left: number, right: number) => boolean> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** `||` over `&&` over comparisons over `!`, numbers, `result` and parentheses. */
class Parser {
  private position = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly result: Value,
  ) {}

  parse(): boolean {
    const value = this.either();
    const rest = this.tokens[this.position];
    if (rest !== undefined) {
      throw new ConditionError(`"${rest}" is not understood here`);
    }
    return toBoolean(value);
  }

  private take(...texts: string[]): string | undefined {
    const token = this.tokens[this.position];
    if (token === undefined || !texts.includes(token)) return undefined;
    this.position += 1;
    return token;
  }

  private either(): Value {
    let value = this.both();
    while (this.take('||')) {
      const right = toBoolean(this.both());
      value = toBoolean(value) || right;
    }
    return value;
  }

  private both(): Value {
    let value = this.comparison();
    while (this.take('&&')) {
      const right = toBoolean(this.comparison());
      value = toBoolean(value) && right;
    }
    return value;
  }

  private comparison(): Value {
    const left = this.operand();
    const equality = this.take('==', '!=');
    if (equality) {
      const right = this.operand();
      if (typeof left !== typeof right) {
        throw new ConditionError(
          `${left} and ${right} can't be compared by ${equality}`,
        );
      }
      return (left === right) === (equality === '==');
    }
    const order = this.take(...Object.keys(COMPARE));
    if (!order) return left;
    return COMPARE[order](toNumber(left), toNumber(this.operand()));
  }

  private operand(): Value {
    if (this.take('!')) return !toBoolean(this.operand());
    if (this.take('-')) return -toNumber(this.operand());
    if (this.take('(')) {
      const value = this.either();
      if (!this.take(')')) throw new ConditionError('")" is missing');
      return value;
    }
    return this.leaf();
  }

  private leaf(): Value {
    const token = this.tokens[this.position];
    if (token === undefined) {
      throw new ConditionError('it ends where a value is wanted');
    }
    this.position += 1;
    if (token === 'result') return this.result;
    if (token === 'true' || token === 'false') return token === 'true';
    if (/^\d/.test(token)) return Number(token);
    throw new ConditionError(`"${token}" is not understood here`);
  }
}

function toBoolean(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  throw new ConditionError(`${value} is neither true nor false`);
}

function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  throw new ConditionError(`${value} is not a number`);
}

/**
 * Evaluates a condition of a metric: `result`, numbers, comparisons, `&&`, `||`,
 * `!` and parentheses. Everything else of the real controller's language is an
 * error that names it.
 */
export function evaluateCondition(text: string, result: unknown): Verdict {
  if (typeof result !== 'number' && typeof result !== 'boolean') {
    return { error: `the result ${JSON.stringify(result)} is not a number` };
  }
  try {
    return { value: new Parser(tokenize(text), result).parse() };
  } catch (error) {
    if (error instanceof ConditionError) return { error: error.message };
    throw error;
  }
}
