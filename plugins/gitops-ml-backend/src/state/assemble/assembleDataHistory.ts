import {
  CommitView,
  DataHistoryEntry,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { OutputVersion } from '../history/DataTimeline';

/**
 * The versions of one output up to a position, newest first, each with how many
 * commits after it left it unchanged.
 */
export function assembleDataHistory(options: {
  versions: readonly OutputVersion[];
  position: number;
  commits: ReadonlyMap<number, CommitView>;
}): DataHistoryEntry[] {
  const { position, commits } = options;
  const known = options.versions.filter(
    version => version.position <= position,
  );
  return known
    .flatMap((version, index) => {
      const commit = commits.get(version.position);
      const next = known[index + 1]?.position ?? position + 1;
      if (!commit) return [];
      const { change, hash, size, files } = version;
      const unchangedAfter = next - version.position - 1;
      return [{ commit, change, hash, size, files, unchangedAfter }];
    })
    .reverse();
}
