import { CallArguments, PythonValue } from '../values/PythonValue';

/** Microseconds of each argument, in the order of `datetime.timedelta`. */
const UNITS: Record<string, number> = {
  days: 86_400e6,
  seconds: 1e6,
  microseconds: 1,
  milliseconds: 1e3,
  minutes: 60e6,
  hours: 3_600e6,
  weeks: 604_800e6,
  // Of protobuf's Duration.
  nanos: 1e-3,
};
const ORDER = Object.keys(UNITS);

/** Python's `timedelta(…)` and protobuf's `Duration(seconds=, nanos=)`. */
export function callDuration(given: CallArguments): PythonValue | undefined {
  const parts: [string, PythonValue][] = [
    ...given.positional.map<[string, PythonValue]>((value, index) => [
      ORDER[index] ?? '',
      value,
    ]),
    ...given.named,
  ];
  let microseconds = 0;
  for (const [name, value] of parts) {
    if (value.kind === 'unknown') return value;
    const isNumber = value.kind === 'int' || value.kind === 'float';
    if (!isNumber || !Object.hasOwn(UNITS, name)) return undefined;
    microseconds += value.value * UNITS[name];
  }
  return { kind: 'timedelta', microseconds: Math.round(microseconds) };
}
