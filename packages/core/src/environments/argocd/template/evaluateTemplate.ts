import { Json } from '../../../reading/Json';
import { isJsonObject, JsonObject } from '../../../reading/isJsonObject';
import { formatGoValue } from './formatGoValue';
import { commandText } from './parsePipeline';
import { parseTemplate } from './parseTemplate';
import {
  CallError,
  TemplateError,
  UnsupportedTemplateError,
} from './TemplateError';
import { templateFunctions } from './templateFunctions';
import { Command, Operand, Pipeline } from './templateNodes';

type Value = Json | undefined;

/** What a template does with a key that is not there. @public */
export type MissingKey = 'default' | 'error';

/** Reads `goTemplateOptions`. Throws `TemplateError` for one that Go does not have. @public */
export function readMissingKey(options: readonly string[]): MissingKey {
  let missingKey: MissingKey = 'default';
  for (const option of options) {
    const value = /^missingkey=(.*)$/.exec(option)?.[1];
    if (value === 'error') missingKey = value;
    // For a map of anything, zero and invalid print the same as default.
    else if (value && /^(default|invalid|zero)$/.test(value)) {
      missingKey = 'default';
    } else throw new TemplateError(`unrecognized option: ${option}`);
  }
  return missingKey;
}

class Evaluator {
  constructor(
    private readonly parameters: JsonObject,
    private readonly missingKey: MissingKey,
    private readonly template: string,
  ) {}

  pipeline(pipeline: Pipeline): Value {
    const [first, ...rest] = pipeline;
    return rest.reduce<Value>(
      (value, command) => this.#command(command, [value]),
      this.#command(first, []),
    );
  }

  #command(command: Command, piped: Value[]): Value {
    const [first, ...operands] = command;
    if (first.kind === 'function') {
      const values = operands.map(operand => this.#operand(operand));
      return this.#call(first, [...values, ...piped], command);
    }
    if (operands.length + piped.length > 0) {
      throw this.#errorAt(
        first,
        first.kind === 'field'
          ? `${first.path.at(-1)} is not a method but has arguments`
          : `can't give argument to non-function ${first.text}`,
      );
    }
    return this.#operand(first);
  }

  #operand(operand: Operand): Value {
    switch (operand.kind) {
      case 'literal':
        return operand.value;
      case 'field':
        return this.#field(operand);
      case 'group':
        return this.pipeline(operand.pipeline);
      case 'function':
        return this.#call(operand, [], [operand]);
      default:
        return operand satisfies never;
    }
  }

  #call(
    operand: Extract<Operand, { kind: 'function' }>,
    values: Value[],
    command: Command,
  ): Value {
    const found = this.#find(operand, values.length);
    try {
      return found.run(...values);
    } catch (error) {
      if (error instanceof UnsupportedTemplateError) throw error;
      if (!(error instanceof TemplateError)) throw error;
      const text =
        error instanceof CallError ? commandText(command) : undefined;
      throw this.#errorAt(operand, error.message, text);
    }
  }

  /** The function of a name, if it takes that many arguments. */
  #find(operand: Extract<Operand, { kind: 'function' }>, count: number) {
    const { name } = operand;
    if (!Object.hasOwn(templateFunctions, name)) {
      throw new UnsupportedTemplateError(`the function ${name}`);
    }
    const found = templateFunctions[name];
    if (count >= found.least && count <= found.most) return found;
    throw this.#errorAt(
      operand,
      `wrong number of args for ${name}: want ${found.least} got ${count}`,
    );
  }

  #field(operand: Extract<Operand, { kind: 'field' }>): Value {
    return operand.path.reduce<Value>((value, key) => {
      const problem = this.#describeMissing(value, key);
      if (problem) throw this.#errorAt(operand, problem);
      return isJsonObject(value) && Object.hasOwn(value, key)
        ? value[key]
        : undefined;
    }, this.parameters);
  }

  #describeMissing(value: Value, key: string): string | undefined {
    // Behind a key that is not there, Go asks nothing more.
    if (value === undefined) return undefined;
    if (value === null) return `nil pointer evaluating interface {}.${key}`;
    if (!isJsonObject(value)) {
      return `can't evaluate field ${key} in type interface {}`;
    }
    return this.missingKey === 'error' && !Object.hasOwn(value, key)
      ? `map has no entry for key "${key}"`
      : undefined;
  }

  #errorAt(
    { position, text }: Operand,
    message: string,
    shown = text,
  ): TemplateError {
    const before = this.template.slice(0, position).split('\n');
    const column = new TextEncoder().encode(before.at(-1)).length;
    return new TemplateError(
      `template: :${before.length}:${column}: executing "" at <${shown}>: ${message}`,
    );
  }
}

/**
 * Renders a Go template with parameters. Throws `TemplateError`, worded as
 * Argo CD does.
 * @public
 */
export function evaluateTemplate(
  template: string,
  parameters: JsonObject,
  missingKey: MissingKey,
): string {
  if (!template.includes('{{')) return template;
  const nodes = rethrow(`failed to parse template ${template}`, () =>
    parseTemplate(template),
  );
  const evaluator = new Evaluator(parameters, missingKey, template);
  return rethrow(`failed to execute go template ${template}`, () =>
    nodes
      .map(node =>
        node.kind === 'text'
          ? node.text
          : formatGoValue(evaluator.pipeline(node.pipeline)),
      )
      .join(''),
  );
}

function rethrow<T>(prefix: string, task: () => T): T {
  try {
    return task();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new TemplateError(`${prefix}: ${error.message}`, { cause: error });
  }
}
