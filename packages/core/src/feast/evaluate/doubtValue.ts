import { PythonValue, unknown } from '../values/PythonValue';

/**
 * Notes that a list, dictionary or set may hold something else from now on;
 * `feast` when that may be a definition.
 */
export function doubtValue(
  value: PythonValue,
  why: string,
  feast = false,
): void {
  if (value.kind !== 'list' && value.kind !== 'dict' && value.kind !== 'set')
    return;
  const before = value.doubt;
  if (!before || (feast && !before.feast)) value.doubt = unknown(why, feast);
}
