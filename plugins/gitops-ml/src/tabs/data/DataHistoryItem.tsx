import { Absent } from '../../components/Absent/Absent';
import { Bytes } from '../../components/Bytes/Bytes';
import { ChangeWord } from '../../components/ChangeWord/ChangeWord';
import { CommitText } from '../../components/CommitText/CommitText';
import { CopyButton } from '../../components/CopyButton/CopyButton';
import { Delta } from '../../components/Delta/Delta';
import { HashText } from '../../components/HashText/HashText';
import { TwoLines } from '../../components/TwoLines/TwoLines';
import { DataHistoryLine } from '../../view-model/collectDataHistory';
import { countNoun } from '../../view-model/countNoun';
import { describeDataHash } from '../../view-model/shortHash';
import styles from './DataHistory.module.css';

/** A version of a path, or the stretch of commits that left it alone. */
export const DataHistoryItem = (props: {
  line: DataHistoryLine;
  /** Gets the version of a commit. */
  commandOf: (oid: string) => string;
}) => {
  const { line } = props;
  if (line.kind === 'unchanged') {
    return (
      <li className={styles.unchanged}>
        {`unchanged in ${countNoun(line.commits, 'commit')}`}
      </li>
    );
  }
  const { entry, sizeDelta } = line;
  const isGone = entry.change === 'deleted';
  const command = props.commandOf(entry.commit.oid);
  return (
    <li className={styles.version}>
      <div className={styles.hash}>
        {entry.hash ? (
          <HashText hash={describeDataHash(entry.hash)} />
        ) : (
          <Absent what="No version is recorded at this commit." />
        )}
        <ChangeWord change={entry.change} />
      </div>
      <TwoLines below={<Delta bytes={sizeDelta} />}>
        {isGone ? (
          <Absent what="Deleted" />
        ) : (
          <Bytes bytes={entry.size} why="No size is recorded." />
        )}
      </TwoLines>
      <CommitText commit={entry.commit} />
      {!isGone && (
        <CopyButton
          text={command}
          what="the command that gets this version"
          hint={command}
        />
      )}
    </li>
  );
};
