const MARGIN = 3;

/** Points of a sparkline from left to right; equal values make a level line in the middle. */
export function drawSpark(
  values: readonly number[],
  width: number,
  height: number,
): [x: number, y: number][] {
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest;
  const step =
    values.length > 1 ? (width - 2 * MARGIN) / (values.length - 1) : 0;
  return values.map((value, index) => {
    const part = span === 0 ? 0.5 : (value - lowest) / span;
    const x = MARGIN + index * step;
    const y = height - MARGIN - part * (height - 2 * MARGIN);
    return [Number(x.toFixed(1)), Number(y.toFixed(1))];
  });
}
