/** `.a.b`, a literal, a function's name, or a pipeline in parentheses. */
export type Operand =
  | { kind: 'field'; path: string[]; position: number; text: string }
  | {
      kind: 'literal';
      value: string | number | boolean;
      position: number;
      text: string;
    }
  | { kind: 'function'; name: string; position: number; text: string }
  | { kind: 'group'; pipeline: Pipeline; position: number; text: string };

/** A first operand, and the arguments behind it. */
export type Command = Operand[];

/** Commands, each of which gets the value of the one before as its last argument. */
export type Pipeline = Command[];

/** A piece of a template. */
export type TemplateNode =
  | { kind: 'text'; text: string }
  | { kind: 'action'; pipeline: Pipeline };
