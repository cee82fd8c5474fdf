import {
  CommitView,
  DataResponse,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { SERIES_COUNT } from './palette';

/** More commits than this don't fit a picture; the newest are drawn. @internal */
export const MAX_POINTS = 400;

export interface SizeSeries {
  /** Safe as a key, whatever the path holds. */
  key: string;
  label: string;
}

export interface SizePoint {
  /** Absent for the last point, which is now. */
  commit?: CommitView;
  total: number;
  bytes: Record<string, number>;
}

export interface SizePicture {
  series: SizeSeries[];
  points: SizePoint[];
  /** Older commits that are not drawn. */
  leftOut: number;
}

function largestPaths(sizes: DataResponse['sizes']): string[] {
  const peaks = new Map<string, number>();
  for (const { bytes } of sizes) {
    for (const [path, size] of Object.entries(bytes)) {
      peaks.set(path, Math.max(size, peaks.get(path) ?? 0));
    }
  }
  return [...peaks].sort((a, b) => b[1] - a[1]).map(([path]) => path);
}

function stackPoint(
  entry: DataResponse['sizes'][number],
  named: Map<string, string>,
  others: string | undefined,
): SizePoint {
  const bytes: Record<string, number> = {};
  let total = 0;
  for (const [path, size] of Object.entries(entry.bytes)) {
    const key = named.get(path) ?? others;
    if (key === undefined) continue;
    bytes[key] = (bytes[key] ?? 0) + size;
    total += size;
  }
  return { commit: entry.commit, total, bytes };
}

/**
 * The stack of sizes over commits: the largest paths by name, the rest as one
 * series. The last point repeats the newest commit's sizes, since they hold now.
 */
export function collectSizeSeries(
  allSizes: DataResponse['sizes'],
): SizePicture | undefined {
  if (allSizes.length === 0) return undefined;
  const sizes = allSizes.slice(-MAX_POINTS);
  const paths = largestPaths(sizes);
  const names =
    paths.length > SERIES_COUNT ? paths.slice(0, SERIES_COUNT - 1) : paths;
  const series = names.map((label, index) => ({ key: `s${index}`, label }));
  const rest = paths.length - names.length;
  const others = rest > 0 ? `s${names.length}` : undefined;
  if (others) series.push({ key: others, label: `${rest} smaller outputs` });
  const named = new Map(names.map((path, index) => [path, `s${index}`]));
  const points = sizes.map(entry => stackPoint(entry, named, others));
  const last = points[points.length - 1];
  return {
    series,
    points: [...points, { ...last, commit: undefined }],
    leftOut: allSizes.length - sizes.length,
  };
}
