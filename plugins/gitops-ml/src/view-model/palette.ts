/** How many colours `palette.module.css` defines. */
export const SERIES_COUNT = 8;

/** The colour of the n-th series, counted from 0; needs `palette.module.css`'s scope around it. */
export function seriesColor(index: number): string {
  return `var(--gitops-ml-series-${(index % SERIES_COUNT) + 1})`;
}
