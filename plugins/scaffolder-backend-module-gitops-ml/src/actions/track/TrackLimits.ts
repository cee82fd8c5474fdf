/** What one tracked path may be at most. */
export interface TrackLimits {
  /** Bytes of all its files. */
  bytes: number;
  files: number;
}

/**
 * What passes through the scaffolder's disk and network within minutes. More
 * than that is for `dvc add` and `dvc push` in a clone.
 */
export const DEFAULT_TRACK_LIMITS: TrackLimits = {
  bytes: 1024 ** 3,
  files: 10_000,
};
