import { DataOutputView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeDataVersion } from './describeDataVersion';

/** What an output is. Whether a file or a directory, only its version tells. */
export function describeDataKind(
  output: Pick<
    DataOutputView,
    'hash' | 'unreadable' | 'stage' | 'kind' | 'role'
  >,
): string {
  const isKnown =
    describeDataVersion(output).kind === 'known' || output.stage === undefined;
  const kind = isKnown ? output.kind : 'stage output';
  return output.role === 'data' ? kind : `${kind}, ${output.role}`;
}
