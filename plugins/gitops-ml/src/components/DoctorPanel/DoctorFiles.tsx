import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import { DoctorResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { countNoun } from '../../view-model/countNoun';
import { Status } from '../../view-model/status';
import { StatusWord } from '../StatusWord/StatusWord';
import styles from './DoctorPanel.module.css';

const FIRST_SHOWN = 30;

const STATUSES: Record<string, Status> = {
  read: 'healthy',
  problem: 'failed',
  ignored: 'absent',
};

/** Every file that a reader looked at. */
export const DoctorFiles = (props: { files: DoctorResponse['files'] }) => {
  const { files } = props;
  const [shown, setShown] = useState(FIRST_SHOWN);
  if (files.length === 0) {
    return <Text color="secondary">No reader found a file that it knows.</Text>;
  }
  return (
    <>
      <ul className={styles.files}>
        {files.slice(0, shown).map(({ path, reader, status }) => (
          <li className={styles.file} key={`${reader} ${path}`}>
            <StatusWord status={STATUSES[status] ?? 'unknown'} word={status} />
            <code className={styles.path}>{path}</code>
            <Text variant="body-small" color="secondary">
              {reader}
            </Text>
          </li>
        ))}
      </ul>
      {files.length > shown && (
        <Button variant="tertiary" onPress={() => setShown(files.length)}>
          {`Show ${countNoun(files.length - shown, 'more file')}`}
        </Button>
      )}
    </>
  );
};
