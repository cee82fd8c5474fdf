const UNITS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/**
 * Milliseconds of a duration as the controllers of Argo take it: seconds as a number
 * (`30`), or Go's text (`1h30m`, `10s`). Undefined for anything else.
 */
export function parseDuration(text: string | number): number | undefined {
  if (typeof text === 'number' || /^\d+$/.test(text)) {
    return Number(text) * 1000;
  }
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)].reduce(
    (sum, [, value, unit]) => sum + Number(value) * UNITS[unit],
    0,
  );
}
