import { ReleaseIdentityView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { StateCell } from './collectStateCells';
import { describeRelease } from './describeAnswer';

const ORDER = ['model', 'data', 'features'];

/** What a release says of itself; code and configuration are in no release. */
export function describeReleaseCells(
  release: ReleaseIdentityView,
): StateCell[] {
  const cells = describeRelease(release);
  return ORDER.flatMap(part => cells.filter(cell => cell.part === part));
}
