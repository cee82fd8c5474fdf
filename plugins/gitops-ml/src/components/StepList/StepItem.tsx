import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  describeStep,
  describeStepState,
} from '../../view-model/live/describeStep';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { StatusWord } from '../StatusWord/StatusWord';
import styles from './StepList.module.css';

/** One step: its number, what it does, where it stands. */
export const StepItem = (props: {
  step: DeliveryView['steps'][number];
  phase: string;
  aborted: boolean;
  maxWeight: number;
  paused?: DeliveryView['paused'];
}) => {
  const { step, paused } = props;
  const isCurrent = step.state === 'current';
  const { title, detail } = describeStep(step, props.maxWeight);
  return (
    <li
      className={isCurrent ? styles.current : styles.step}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <span className={styles.number}>{step.index}</span>
      <span className={styles.words}>
        <span>{title}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
        {paused?.since && (
          <span className={styles.detail}>
            since <RelativeTime time={paused.since} />
          </span>
        )}
        {paused?.until && (
          <span className={styles.detail}>
            goes on <RelativeTime time={paused.until} />
          </span>
        )}
      </span>
      <span className={styles.state}>
        <StatusWord
          {...describeStepState(step.state, props.phase, props.aborted)}
        />
      </span>
    </li>
  );
};
