/** A metric with at most four significant digits below 1000, two decimals above. */
export function formatMetric(value: number): string {
  const options =
    Math.abs(value) < 1000
      ? { maximumSignificantDigits: 4 }
      : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat('en-US', options)
    .format(value)
    .replace('-', '−');
}

/** With its sign and three digits: `+0.012`, `−3`, `±0`. */
export function formatMetricDelta(delta: number): string {
  const rounded = Number(delta.toPrecision(3));
  if (rounded === 0) return '±0';
  return rounded > 0 ? `+${formatMetric(rounded)}` : formatMetric(rounded);
}
