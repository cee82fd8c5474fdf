const COMPARISON =
  /^(?:as(?:Float|Int)\()?\s*result(?:\[0\])?\s*\)?\s*(>=|<=|==|>|<)\s*(-?\d+(?:\.\d+)?(?:e-?\d+)?)$/i;

const SIGNS: Record<string, string> = { '>=': '≥', '<=': '≤', '==': '=' };

/** A line in the picture of a metric. */
export interface LimitLine {
  value: number;
  /** `≥ 0.9` */
  text: string;
}

/**
 * The limits that a condition compares the result with, e.g. `result >= 0.9`. What
 * it says beyond comparisons with numbers can't be drawn and is left out.
 */
export function parseCondition(condition: string | undefined): LimitLine[] {
  if (condition === undefined) return [];
  return condition.split(/&&|\|\|/).flatMap(part => {
    const match = COMPARISON.exec(part.trim().replace(/^\((.*)\)$/, '$1'));
    if (!match) return [];
    const [, operator, value] = match;
    return {
      value: Number(value),
      text: `${SIGNS[operator] ?? operator} ${Number(value)}`,
    };
  });
}
