import {
  DataOutputView,
  HashView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** Whether an output has a version, has none yet, or has one that can't be told. */
type DescribedVersion =
  | { kind: 'known'; hash: HashView }
  | { kind: 'none'; why: string }
  | { kind: 'unknown'; why: string };

export function describeDataVersion({
  hash,
  unreadable,
  stage,
}: Pick<DataOutputView, 'hash' | 'unreadable' | 'stage'>): DescribedVersion {
  if (hash) return { kind: 'known', hash };
  if (unreadable) {
    return {
      kind: 'unknown',
      why: 'The file that records it could not be read: the problem above says why.',
    };
  }
  return {
    kind: 'none',
    why:
      stage === undefined
        ? 'No version yet: the pointer records none.'
        : `No version yet: the stage ${stage} never ran.`,
  };
}
