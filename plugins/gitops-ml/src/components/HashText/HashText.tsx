import { ShownHash } from '../../view-model/shortHash';
import { CopyButton } from '../CopyButton/CopyButton';
import styles from './HashText.module.css';

/** A hash in seven characters with its kind before it; the rest is in the tooltip. */
export const HashText = (props: { hash: ShownHash; href?: string }) => {
  const { label, full, description } = props.hash;
  return (
    <span className={styles.root}>
      {props.href ? (
        <a className={styles.link} href={props.href} title={description}>
          {label}
        </a>
      ) : (
        <span className={styles.text} title={description}>
          {label}
        </span>
      )}
      <CopyButton text={full} what={label} hint={description} />
    </span>
  );
};
