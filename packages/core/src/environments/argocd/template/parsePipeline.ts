import { TemplateError, UnsupportedTemplateError } from './TemplateError';
import { Command, Operand, Pipeline } from './templateNodes';
import { Token } from './tokenizeAction';

const keywords = new Set([
  'if',
  'else',
  'end',
  'range',
  'with',
  'define',
  'template',
  'block',
  'break',
  'continue',
]);

const escapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  '"': '"',
};

class PipelineReader {
  #at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get isDone(): boolean {
    return this.#at >= this.tokens.length;
  }

  readPipeline(): Pipeline {
    const pipeline: Pipeline = [this.#readCommand()];
    while (this.tokens[this.#at]?.kind === 'pipe') {
      this.#at++;
      // Go takes a pipe at the end for nothing.
      if (!this.#isAtEnd) pipeline.push(this.#readCommand());
    }
    return pipeline;
  }

  get #isAtEnd(): boolean {
    return this.isDone || this.tokens[this.#at].kind === 'close';
  }

  #readCommand(): Command {
    const command: Command = [];
    for (;;) {
      const token = this.tokens[this.#at];
      if (!token || token.kind === 'pipe' || token.kind === 'close') break;
      this.#at++;
      command.push(this.#readOperand(token));
    }
    if (command.length === 0) {
      throw new TemplateError('template: :1: missing value for command');
    }
    return command;
  }

  #readOperand(token: Token): Operand {
    switch (token.kind) {
      case 'field':
        return this.#readField(token);
      case 'text':
        return literal(unquote(token.text), token);
      case 'number':
        return literal(Number(token.text), token);
      case 'word':
        return readWord(token);
      case 'open':
        return this.#readGroup(token);
      default:
        throw new TemplateError(`template: :1: unexpected ${token.text}`);
    }
  }

  /** `.a`, and each `.b` that hangs on it. */
  #readField(first: Token): Operand {
    const parts = [first];
    for (;;) {
      const next = this.tokens[this.#at];
      if (!next?.isAttached || next.kind !== 'field') break;
      parts.push(next);
      this.#at++;
    }
    const text = parts.map(part => part.text).join('');
    const path = text.split('.').filter(Boolean);
    // Go places a chain where its second field begins.
    const { position } = parts[1] ?? first;
    return { kind: 'field', path, position, text };
  }

  #readGroup(open: Token): Operand {
    const pipeline = this.readPipeline();
    if (this.tokens[this.#at]?.kind !== 'close') {
      throw new TemplateError('template: :1: unclosed left paren');
    }
    this.#at++;
    const next = this.tokens[this.#at];
    if (next?.isAttached && next.kind === 'field') {
      throw new UnsupportedTemplateError('a field of parentheses');
    }
    const text = `(${pipeline.map(commandText).join(' | ')})`;
    return { kind: 'group', pipeline, position: open.position, text };
  }
}

function literal(value: string | number, { text, position }: Token): Operand {
  return { kind: 'literal', value, text, position };
}

/** A command as Go prints it. */
export function commandText(command: Command): string {
  return command.map(({ text }) => text).join(' ');
}

function readWord({ text, position }: Token): Operand {
  if (keywords.has(text)) throw new UnsupportedTemplateError(`{{${text}}}`);
  if (text === 'nil') throw new UnsupportedTemplateError('nil');
  return text === 'true' || text === 'false'
    ? { kind: 'literal', value: text === 'true', text, position }
    : { kind: 'function', name: text, position, text };
}

function unquote(text: string): string {
  if (text.startsWith('`')) return text.slice(1, -1);
  return text.slice(1, -1).replace(/\\(.)/gs, (_whole, letter: string) => {
    const escape = escapes[letter];
    if (escape === undefined) throw new UnsupportedTemplateError(`\\${letter}`);
    return escape;
  });
}

/** Throws `TemplateError`. */
export function parsePipeline(tokens: readonly Token[]): Pipeline {
  const reader = new PipelineReader(tokens);
  const pipeline = reader.readPipeline();
  if (!reader.isDone)
    throw new TemplateError('template: :1: unexpected right paren');
  return pipeline;
}
