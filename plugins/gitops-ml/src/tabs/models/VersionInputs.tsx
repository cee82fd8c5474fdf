import { Text } from '@backstage/ui';
import { ModelVersionView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { HashText } from '../../components/HashText/HashText';
import { Unknown } from '../../components/Unknown/Unknown';
import { diffInputs, InputRow } from '../../view-model/diffInputs';
import { describeDataHash } from '../../view-model/shortHash';
import { PlainTable } from '../../components/PlainTable/PlainTable';
import styles from './models.module.css';

const WORDS: Record<InputRow['change'], string> = {
  same: 'same as before',
  changed: 'changed',
  new: 'new',
  unknown: 'nothing to compare with',
};

/** What the stage that made a version read, by content. */
export const VersionInputs = (props: {
  version: ModelVersionView;
  previous: ModelVersionView | undefined;
}) => {
  const inputs = diffInputs(props.version, props.previous);
  if (inputs.length === 0) {
    return (
      <Text as="p" color="secondary">
        No inputs are recorded.
      </Text>
    );
  }
  return (
    <PlainTable
      label="Inputs"
      columns={[
        'Path',
        'Version',
        props.previous ? `Against ${props.previous.version}` : 'Before',
      ]}
    >
      {inputs.map(({ id, hash, change }) => (
        <tr
          key={id}
          className={change === 'changed' ? styles.differs : undefined}
        >
          <th scope="row" className={styles.mono}>
            {id}
          </th>
          <td>
            {hash ? (
              <HashText hash={describeDataHash(hash)} />
            ) : (
              <Unknown why="The lock records no hash of this input." />
            )}
          </td>
          <td>{WORDS[change]}</td>
        </tr>
      ))}
    </PlainTable>
  );
};
