import { isRecord } from '../reading/isRecord';
import { Problem } from '../reading/Problem';
import { ObjectPlace } from './KubernetesObject';

/** More of one list is left out, with a problem. */
const MOST_ITEMS = 1_000;
/** Characters of one text; a message of the controller has some hundred. */
const LONGEST_TEXT = 16_384;
const LONGEST_QUOTE = 80;

/** The object that is being read, and what was wrong with it so far. */
export interface ObjectSource {
  /** `Rollout shop/churn` */
  subject: string;
  /** Where there is no file: `Rollout/shop/churn`. */
  path: string;
  place: ObjectPlace | undefined;
  problems: Problem[];
}

type Key = string | number;

/**
 * A mapping of a Kubernetes object, read field by field. Absent and null are
 * `undefined`. A field of another type is `undefined` too, with a problem that names it;
 * `isBroken` tells the two apart.
 */
export class Fields {
  readonly #record: Record<string, unknown>;
  readonly #pointer: readonly Key[];
  readonly #source: ObjectSource;
  readonly #broken = new Set<string>();

  constructor(
    record: Record<string, unknown>,
    source: ObjectSource,
    pointer: readonly Key[] = [],
  ) {
    this.#record = record;
    this.#source = source;
    this.#pointer = pointer;
  }

  get keys(): string[] {
    return Object.keys(this.#record);
  }

  /** The value as it is; unchecked. */
  raw(key: string): unknown {
    return Object.hasOwn(this.#record, key)
      ? this.#record[key] ?? undefined
      : undefined;
  }

  has(key: string): boolean {
    return this.raw(key) !== undefined;
  }

  /** Was the field there, and not what it must be? */
  isBroken(key: string): boolean {
    return this.#broken.has(key);
  }

  text(key: string): string | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') return this.#refuse(key, 'a text');
    return value.length > LONGEST_TEXT
      ? `${value.slice(0, LONGEST_TEXT)}…`
      : value;
  }

  /** A whole number from 0 on. */
  count(key: string): number | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    return typeof value === 'number' &&
      Number.isSafeInteger(value) &&
      value >= 0
      ? value
      : this.#refuse(key, 'a whole number from 0 on');
  }

  flag(key: string): boolean {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'boolean')
      return value === true;
    this.#refuse(key, 'true or false');
    return false;
  }

  /** A time of RFC 3339. */
  time(key: string): string | undefined {
    const value = this.text(key);
    if (value === undefined || !Number.isNaN(Date.parse(value))) return value;
    return this.#refuse(key, 'a time');
  }

  /** A mapping; an empty one where there is none. */
  map(key: string): Fields {
    const value = this.raw(key);
    if (value !== undefined && !isRecord(value)) this.#refuse(key, 'a mapping');
    return new Fields(isRecord(value) ? value : {}, this.#source, [
      ...this.#pointer,
      key,
    ]);
  }

  /** The mappings of a list; items of another shape are left out. */
  maps(key: string): Fields[] {
    return this.#items(key).flatMap((value, index) => {
      const pointer = [...this.#pointer, key, index];
      if (isRecord(value)) return [new Fields(value, this.#source, pointer)];
      this.#note(pointer, value, 'a mapping');
      return [];
    });
  }

  /** The texts of a mapping, such as labels. */
  texts(key: string): Map<string, string> {
    const map = this.map(key);
    return new Map(
      map.keys.flatMap(name => {
        const text = map.text(name);
        return text === undefined ? [] : [[name, text] as const];
      }),
    );
  }

  /** Notes that a field is not what it must be. */
  refuse(key: string, expected: string): void {
    this.#refuse(key, expected);
  }

  #items(key: string): unknown[] {
    const value = this.raw(key);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.#refuse(key, 'a list');
      return [];
    }
    if (value.length > MOST_ITEMS) {
      this.#report([...this.#pointer, key], 'limit-exceeded', {
        what: `entries of ${this.#where([...this.#pointer, key])}`,
        limit: MOST_ITEMS,
      });
    }
    return value.slice(0, MOST_ITEMS);
  }

  #refuse(key: string, expected: string): undefined {
    this.#broken.add(key);
    this.#note([...this.#pointer, key], this.raw(key), expected);
    return undefined;
  }

  #note(pointer: readonly Key[], value: unknown, expected: string): void {
    const where = this.#where(pointer);
    if (typeof value === 'number' || typeof value === 'boolean') {
      const args = { where, value: String(value), expected };
      this.#report(pointer, 'invalid-value', args);
    } else {
      this.#report(pointer, 'invalid-shape', { where, expected });
    }
  }

  #where(pointer: readonly Key[]): string {
    const field = pointer
      .map(key =>
        typeof key === 'number'
          ? `[${key}]`
          : `.${key.slice(0, LONGEST_QUOTE)}`,
      )
      .join('')
      .replace(/^\./, '');
    return `${field} of ${this.#source.subject}`;
  }

  #report(
    pointer: readonly Key[],
    code: Problem['code'],
    args: Problem['args'],
  ): void {
    const { place, path, problems } = this.#source;
    // A list with one mistake in each item needs no thousand sentences.
    if (problems.length >= MOST_ITEMS) return;
    problems.push({
      code,
      severity: 'error',
      path: place?.path ?? path,
      ...place?.locate(pointer),
      args,
    });
  }
}
