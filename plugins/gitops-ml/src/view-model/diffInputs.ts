import {
  HashView,
  ModelVersionView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** What a version was made from, beside the version before it. */
export interface InputRow {
  id: string;
  hash: HashView | undefined;
  /** `unknown` where a hash or the version before is missing, or the algorithms differ. */
  change: 'same' | 'changed' | 'new' | 'unknown';
}

function compare(
  hash: HashView | undefined,
  before: { hash?: HashView } | undefined,
): InputRow['change'] {
  if (!before) return 'new';
  if (!hash || hash.algorithm !== before.hash?.algorithm) return 'unknown';
  return hash.value === before.hash.value ? 'same' : 'changed';
}

export function diffInputs(
  version: ModelVersionView,
  previous: ModelVersionView | undefined,
): InputRow[] {
  const inputs = version.provenance?.inputs ?? [];
  const before = previous?.provenance?.inputs;
  return inputs.map(({ path, hash }) => ({
    id: path,
    hash,
    change: before
      ? compare(
          hash,
          before.find(input => input.path === path),
        )
      : 'unknown',
  }));
}
