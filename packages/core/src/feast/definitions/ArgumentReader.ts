import { describeValue, toText } from '../values/formatValue';
import {
  CallArguments,
  NONE,
  PythonValue,
  unknown,
} from '../values/PythonValue';
import { Doubt } from './drafts';
import { POSITIONAL } from './signatures';

/**
 * Reads the arguments of a definition by name. What is unknown or of another type
 * than Feast takes becomes a doubt, never a value.
 */
export class ArgumentReader {
  readonly doubts: Doubt[] = [];
  readonly #named: Map<string, PythonValue>;
  readonly #arguments: CallArguments;

  constructor(className: string, given: CallArguments) {
    this.#arguments = given;
    this.#named = new Map(given.named);
    const positional = POSITIONAL[className] ?? [];
    given.positional.forEach((value, index) => {
      const name = positional[index];
      if (name === undefined) {
        this.doubt('positional arguments', unknown('not what Feast takes'));
      } else if (!this.#named.has(name)) this.#named.set(name, value);
    });
  }

  /** The value as given; None where it was left out. */
  value(name: string): PythonValue {
    return this.#named.get(name) ?? this.#arguments.open ?? NONE;
  }

  /** Was it given by itself (not in a spread argument), and not as None? */
  has(name: string): boolean {
    const value = this.#named.get(name);
    return value !== undefined && value.kind !== 'none';
  }

  /** Is it absent, or None, for certain? */
  lacks(name: string): boolean {
    return this.value(name).kind === 'none';
  }

  /** The first of the names that was given: new name first, legacy ones after. */
  pick(...names: string[]): string {
    return names.find(name => this.has(name)) ?? names[0];
  }

  doubt(field: string, value: PythonValue, otherwise = 'another type'): void {
    this.doubts.push({
      field,
      line: this.#arguments.lines.get(field) ?? this.#arguments.line,
      why: describeValue(value) ?? otherwise,
    });
  }

  text(name: string): string | undefined {
    const value = this.value(name);
    if (value.kind === 'none') return undefined;
    if (value.kind === 'string') return value.value;
    if (value.kind === 'member' && value.value.kind === 'string')
      return value.value.value;
    this.doubt(name, value);
    return undefined;
  }

  /** `otherwise` where it was left out; `undefined` where it is unknown. */
  textOr(name: string, otherwise: string | undefined): string | undefined {
    return this.lacks(name) ? otherwise : this.text(name);
  }

  /** `otherwise` where it was left out; `undefined` where it is unknown. */
  flag(name: string, otherwise: boolean): boolean | undefined {
    const value = this.value(name);
    if (value.kind === 'none') return otherwise;
    if (value.kind === 'bool') return value.value;
    this.doubt(name, value);
    return undefined;
  }

  /** The items of a list or tuple; none where it was left out. */
  items(name: string): PythonValue[] {
    const value = this.value(name);
    if (value.kind === 'none') return [];
    if (value.kind === 'tuple') return value.items;
    if (value.kind !== 'list') {
      this.doubt(name, value);
      return [];
    }
    if (value.doubt) this.doubt(name, value.doubt);
    return value.items;
  }

  /** A dictionary of texts; entries that are not known are left out. */
  tags(name: string): Record<string, string> {
    const value = this.value(name);
    if (value.kind === 'none') return {};
    if (value.kind !== 'dict') {
      this.doubt(name, value);
      return {};
    }
    let failed: PythonValue | undefined = value.doubt;
    const tags: [string, string][] = [];
    for (const entry of value.entries.values()) {
      const key = toText(entry.key);
      const content = toText(entry.value);
      if (key === undefined || content === undefined) failed ??= entry.value;
      else tags.push([key, content]);
    }
    if (failed) this.doubt(name, failed);
    return Object.fromEntries(tags);
  }
}
