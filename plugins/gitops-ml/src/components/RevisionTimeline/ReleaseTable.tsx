import { useState } from 'react';
import { Button } from '@backstage/ui';
import { ReleaseView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { countNoun } from '../../view-model/countNoun';
import {
  describeOutcome,
  describeReleaseChange,
  describeReleaseNotes,
} from '../../view-model/live/describeReleaseChange';
import { Absent } from '../Absent/Absent';
import { CommitText } from '../CommitText/CommitText';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { StatusWord } from '../StatusWord/StatusWord';
import { PlainTable } from '../PlainTable/PlainTable';

const FIRST_SHOWN = 20;

/** The releases in words, newest first. */
export const ReleaseTable = ({ releases }: { releases: ReleaseView[] }) => {
  const [shown, setShown] = useState(FIRST_SHOWN);
  return (
    <>
      <PlainTable
        label="Releases"
        columns={['When', 'Environment', 'Release', 'Outcome', 'Commit']}
      >
        {releases.slice(0, shown).map(release => (
          <tr key={`${release.environment} ${release.at}`}>
            <td>
              <RelativeTime time={release.at} />
            </td>
            <td>{release.environment}</td>
            <td>{describeReleaseChange(release)}</td>
            <td>
              <StatusWord
                {...describeOutcome(release)}
                reason={describeReleaseNotes(release) || undefined}
              />
            </td>
            <td>
              {release.commit ? (
                <CommitText commit={release.commit} compact />
              ) : (
                <Absent what="No commit of the tracked history is known for it." />
              )}
            </td>
          </tr>
        ))}
      </PlainTable>
      {releases.length > shown && (
        <Button variant="tertiary" onPress={() => setShown(releases.length)}>
          {`Show ${countNoun(releases.length - shown, 'more release')}`}
        </Button>
      )}
    </>
  );
};
