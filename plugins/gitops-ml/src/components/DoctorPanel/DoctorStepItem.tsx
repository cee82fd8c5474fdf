import { Text } from '@backstage/ui';
import { DoctorResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Status } from '../../view-model/status';
import { StatusWord } from '../StatusWord/StatusWord';
import styles from './DoctorPanel.module.css';

const STATUSES: Record<string, Status> = {
  ok: 'healthy',
  warning: 'degraded',
  error: 'failed',
  skipped: 'absent',
};

/** One link of the chain from the annotation to the readers. */
export const DoctorStepItem = (props: {
  step: DoctorResponse['steps'][number];
}) => {
  const { status, title, message, remedy } = props.step;
  return (
    <li className={styles.step}>
      <StatusWord status={STATUSES[status] ?? 'unknown'} word={status} />
      <div>
        <Text as="p" weight="bold">
          {title}
        </Text>
        <Text as="p">{message}</Text>
        {remedy && (
          <Text as="p" color="secondary">
            {remedy}
          </Text>
        )}
      </div>
    </li>
  );
};
