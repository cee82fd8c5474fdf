/** A constant as it is written. `undefined` stands for one that can't be decoded. */
export type Literal =
  | { kind: 'none' }
  | { kind: 'bool'; value: boolean }
  | { kind: 'int'; value: number }
  | { kind: 'float'; value: number }
  | { kind: 'string'; value: string };

/** Part of an f-string. */
export type FormatPart =
  | { kind: 'text'; text: string }
  | {
      kind: 'value';
      value: Expression;
      conversion: string;
      spec: string | undefined;
    };

/** An argument of a call. `spread` is `*` or `**`. */
export interface Argument {
  name: string | undefined;
  spread: '*' | '**' | undefined;
  value: Expression;
  line: number;
}

export interface Item {
  spread: boolean;
  value: Expression;
}

export type DictEntry =
  | { key: Expression; value: Expression }
  | { key: undefined; value: Expression };

export interface ComprehensionClause {
  target: Expression;
  iterable: Expression;
  conditions: Expression[];
}

/** An operation of a chain that is worked out from left to right. */
export interface Operation {
  operator: string;
  operand: Expression;
}

/**
 * Python's expressions, as far as definitions need them; anything else is
 * `opaque`. `line` counts from 1.
 */
export type Expression = { line: number } & (
  | { kind: 'name'; name: string }
  | { kind: 'literal'; literal: Literal }
  | { kind: 'format'; parts: FormatPart[] }
  | { kind: 'list' | 'tuple' | 'set'; items: Item[] }
  | { kind: 'dict'; entries: DictEntry[] }
  | { kind: 'call'; callee: Expression; arguments: Argument[] }
  | { kind: 'attribute'; object: Expression; name: string }
  | { kind: 'subscript'; object: Expression; index: Expression }
  | {
      kind: 'slice';
      parts: (Expression | undefined)[];
    }
  | { kind: 'arithmetic'; first: Expression; rest: Operation[] }
  | { kind: 'comparison'; first: Expression; rest: Operation[] }
  | { kind: 'boolean'; operator: 'and' | 'or'; operands: Expression[] }
  | { kind: 'unary'; operator: string; operand: Expression }
  | {
      kind: 'conditional';
      test: Expression;
      then: Expression;
      otherwise: Expression;
    }
  | {
      kind: 'comprehension';
      form: 'list' | 'set' | 'dict' | 'generator';
      key: Expression | undefined;
      element: Expression;
      clauses: ComprehensionClause[];
    }
  | { kind: 'lambda'; mentions: Mentions }
  | { kind: 'walrus'; name: string; value: Expression }
  | { kind: 'opaque'; what: string; mentions: Mentions }
);

export type ExpressionOf<K extends Expression['kind']> = Extract<
  Expression,
  { kind: K }
>;

/** Names and attribute names that occur in a piece of code. */
export interface Mentions {
  names: ReadonlySet<string>;
  attributes: ReadonlySet<string>;
}

export interface ImportedName {
  name: string;
  as: string;
}

/** Python's statements, as far as a module's globals depend on them. */
export type Statement = { line: number } & (
  | { kind: 'import'; modules: { module: string; as: string | undefined }[] }
  | {
      kind: 'from-import';
      /** Number of leading dots. */
      level: number;
      module: string;
      names: ImportedName[] | '*';
    }
  | { kind: 'assign'; targets: Expression[]; value: Expression }
  | {
      kind: 'augment';
      target: Expression;
      operator: string;
      value: Expression;
    }
  | { kind: 'expression'; value: Expression }
  | {
      kind: 'function';
      name: string;
      decorators: Expression[];
      mentions: Mentions;
      /** The last parts of the names that the body calls. */
      calls: ReadonlySet<string>;
      /** Names that the body declares `global`. */
      globals: string[];
    }
  | {
      kind: 'class';
      name: string;
      decorated: boolean;
      bases: Expression[];
      body: Statement[];
      mentions: Mentions;
      calls: ReadonlySet<string>;
    }
  | {
      kind: 'if';
      branches: { test: Expression; body: Statement[] }[];
      otherwise: Statement[];
    }
  | {
      kind: 'for';
      target: Expression;
      iterable: Expression;
      body: Statement[];
      otherwise: Statement[];
    }
  | { kind: 'while'; body: Statement[]; otherwise: Statement[] }
  | {
      kind: 'try';
      body: Statement[];
      handlers: Statement[][];
      otherwise: Statement[];
      last: Statement[];
    }
  | {
      kind: 'with';
      targets: Expression[];
      managers: Expression[];
      body: Statement[];
    }
  | { kind: 'delete'; targets: Expression[] }
  | { kind: 'match'; bodies: Statement[][] }
  | { kind: 'break' | 'continue' | 'raise' | 'pass' }
  /** Holds a syntax error. */
  | { kind: 'broken'; mentions: Mentions }
);

export type StatementOf<K extends Statement['kind']> = Extract<
  Statement,
  { kind: K }
>;
