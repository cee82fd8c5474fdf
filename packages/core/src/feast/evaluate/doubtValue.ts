import { PythonValue, unknown } from '../values/PythonValue';

/** Notes that a list, dictionary or set may hold something else from now on. */
export function doubtValue(value: PythonValue, why: string): void {
  if (value.kind === 'list' || value.kind === 'dict' || value.kind === 'set') {
    value.doubt ??= unknown(why);
  }
}
