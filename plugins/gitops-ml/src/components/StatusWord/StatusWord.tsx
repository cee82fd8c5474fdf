import { DescribedStatus } from '../../view-model/status';
import { Hint } from '../Hint/Hint';
import { STATUS_LOOKS } from './statusLooks';
import styles from './StatusWord.module.css';

/** A state as icon, word and colour; its reason, if any, is in the tooltip. */
export const StatusWord = (props: DescribedStatus) => {
  const { icon: Icon, color } = STATUS_LOOKS[props.status];
  const content = (
    <span className={styles.root} style={{ color }}>
      <Icon className={styles.icon} aria-hidden />
      {props.word}
    </span>
  );
  if (!props.reason) return content;
  return (
    <Hint text={props.word} hint={props.reason} quiet>
      {content}
    </Hint>
  );
};
