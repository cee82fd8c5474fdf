import {
  CommitView,
  FeatureHistoryEntry,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { FeatureViewVersion } from '../history/FeatureTimeline';
import { toFeatureChange } from './assembleFeatures';

/** The steps of one view's history up to a position, newest first. */
export function assembleFeatureHistory(options: {
  versions: readonly FeatureViewVersion[];
  position: number;
  commits: ReadonlyMap<number, CommitView>;
}): FeatureHistoryEntry[] {
  const { versions, position, commits } = options;
  return versions
    .filter(version => version.position <= position)
    .flatMap(version => {
      const commit = commits.get(version.position);
      return commit ? [{ commit, ...toFeatureChange(version) }] : [];
    })
    .reverse();
}
