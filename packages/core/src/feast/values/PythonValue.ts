import { Mentions } from '../python/syntax';
import { Draft, DraftView } from '../definitions/drafts';
import { FeatureType } from './FeatureType';

/** A value that only running the code would tell. */
export interface UnknownValue {
  kind: 'unknown';
  /** What it is, in words: `a call of make_view()`. */
  what: string;
  /** May it be a Feast definition? */
  feast: boolean;
}

export interface ListValue {
  kind: 'list';
  items: PythonValue[];
  /** Why its content is not certain any more. */
  doubt: UnknownValue | undefined;
}

export interface DictValue {
  kind: 'dict';
  /** By {@link keyOf} of the key, in the order of insertion. */
  entries: Map<string, { key: PythonValue; value: PythonValue }>;
  doubt: UnknownValue | undefined;
}

export interface FunctionValue {
  kind: 'function';
  name: string;
  mentions: Mentions;
  /** The module that defines it: what its names mean. */
  home: string;
  /** Does a module call it? Then what it makes is marked there. */
  called: boolean;
}

export interface ClassValue {
  kind: 'class';
  name: string;
  isEnum: boolean;
  members: Map<string, PythonValue>;
  mentions: Mentions;
  home: string;
  called: boolean;
}

/** A view, or a selection of its features, as a feature service takes it. */
export interface ProjectionValue {
  kind: 'projection';
  view: DraftView;
  /** `undefined` is all of them. */
  features: string[] | undefined;
  alias: string | undefined;
  doubt: UnknownValue | undefined;
}

/** Keyword and positional arguments of a call. */
export interface CallArguments {
  positional: PythonValue[];
  named: Map<string, PythonValue>;
  /** Lines of the arguments that are written by name. */
  lines: Map<string, number>;
  /** Is there a spread argument whose content is unknown? */
  open: UnknownValue | undefined;
  line: number;
}

/**
 * What a Python expression stands for, as far as it can be known without running
 * it. Lists, dictionaries and drafts have an identity and may change.
 */
export type PythonValue =
  | UnknownValue
  | ListValue
  | DictValue
  | FunctionValue
  | ClassValue
  | ProjectionValue
  | { kind: 'none' }
  | { kind: 'bool'; value: boolean }
  | { kind: 'int'; value: number }
  | { kind: 'float'; value: number }
  | { kind: 'string'; value: string }
  | { kind: 'tuple'; items: PythonValue[] }
  | { kind: 'set'; items: PythonValue[]; doubt: UnknownValue | undefined }
  | { kind: 'timedelta'; microseconds: number }
  | { kind: 'feature-type'; type: FeatureType }
  /** A member of Feast's `ValueType`. */
  | { kind: 'value-type'; name: string }
  /** A member of an enumeration that stands for a text. */
  | { kind: 'member'; name: string; value: PythonValue }
  /** A module of the repository. */
  | { kind: 'module'; module: string }
  /** Anything of a library, by its dotted name: `datetime.timedelta`. */
  | { kind: 'library'; path: string }
  /** A class or a decorator of Feast's, by its name. */
  | { kind: 'feast-class'; name: string }
  | { kind: 'feast-decorator'; name: string; arguments: CallArguments }
  /** `value.name`, to be called. */
  | { kind: 'method'; of: PythonValue; name: string }
  | { kind: 'globals' }
  | { kind: 'draft'; draft: Draft };

export type ValueOf<K extends PythonValue['kind']> = Extract<
  PythonValue,
  { kind: K }
>;

export function unknown(what: string, feast = false): UnknownValue {
  return { kind: 'unknown', what, feast };
}

export function text(value: string): PythonValue {
  return { kind: 'string', value };
}

export function list(items: PythonValue[]): ListValue {
  return { kind: 'list', items, doubt: undefined };
}

export const NONE: PythonValue = { kind: 'none' };

export function bool(value: boolean): PythonValue {
  return { kind: 'bool', value };
}
