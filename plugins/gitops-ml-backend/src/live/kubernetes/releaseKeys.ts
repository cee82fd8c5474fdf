/** By which keys of the release ConfigMap, as of `release.env`, a release is known. */
export const RELEASE_KEYS = [
  'MODEL_NAME',
  'MODEL_VERSION',
  'MODEL_HASH',
  'DATA_HASH',
  'FEATURES_DIGEST',
] as const;
