import { SourceSpot } from '../../facts/dvc';
import { PythonValue } from '../values/PythonValue';

/** A name's value, and where it was first given. */
export interface Binding {
  value: PythonValue;
  spot: SourceSpot;
}

/** Names and their values: of a module, a class body or a comprehension. */
export class Scope {
  readonly bindings = new Map<string, Binding>();
  readonly #parent: Scope | undefined;
  /** Names that functions may set: their value is never certain. */
  readonly unstable = new Set<string>();

  constructor(parent?: Scope) {
    this.#parent = parent;
  }

  find(name: string): Binding | undefined {
    return this.bindings.get(name) ?? this.#parent?.find(name);
  }

  bind(name: string, value: PythonValue, spot: SourceSpot): void {
    this.bindings.set(name, { value, spot });
  }

  isUnstable(name: string): boolean {
    return this.unstable.has(name) || (this.#parent?.isUnstable(name) ?? false);
  }
}
