import { useMemo } from 'react';
import { ReleasesResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { useNow } from '../../hooks/useNow';
import { countNoun } from '../../view-model/countNoun';
import { collectLanes } from '../../view-model/live/collectLanes';
import { PictureCard } from '../PictureCard/PictureCard';
import { LaneList } from './LaneList';
import { ReleaseTable } from './ReleaseTable';

/** What became stable where and when, with one lane per environment. */
export const RevisionTimeline = (props: {
  value: Pick<ReleasesResponse, 'releases' | 'gaps'>;
  environments: string[];
}) => {
  const { value, environments } = props;
  const now = useNow();
  const timeline = useMemo(
    () => collectLanes(value, environments, now),
    [value, environments, now],
  );
  if (!timeline) return null;
  return (
    <PictureCard
      title="Releases"
      note={
        timeline.leftOut > 0
          ? `${countNoun(timeline.leftOut, 'older release')} not drawn`
          : undefined
      }
      picture={<LaneList timeline={timeline} />}
      words={<ReleaseTable releases={value.releases} />}
    />
  );
};
