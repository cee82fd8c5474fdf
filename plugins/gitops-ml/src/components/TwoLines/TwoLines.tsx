import { ReactNode } from 'react';
import styles from './TwoLines.module.css';

/** A cell's value with something smaller below it. */
export const TwoLines = (props: { children: ReactNode; below?: ReactNode }) => (
  <div className={styles.root}>
    <div className={styles.above}>{props.children}</div>
    {props.below && <div className={styles.below}>{props.below}</div>}
  </div>
);
