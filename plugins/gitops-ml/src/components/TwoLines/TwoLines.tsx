import { ReactNode } from 'react';
import styles from './TwoLines.module.css';

/** A cell's value with something smaller below it, on one line unless it `wraps`. */
export const TwoLines = (props: {
  children: ReactNode;
  below?: ReactNode;
  wraps?: boolean;
}) => (
  <div className={styles.root}>
    <div className={styles.above}>{props.children}</div>
    {props.below && (
      <div className={props.wraps ? styles.wrapped : styles.below}>
        {props.below}
      </div>
    )}
  </div>
);
