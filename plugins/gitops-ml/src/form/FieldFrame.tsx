import { ReactNode } from 'react';
import styles from './FieldFrame.module.css';

/** Around the inputs of a field: on the form's white their own fill does not show. */
export const FieldFrame = ({ children }: { children: ReactNode }) => (
  <div className={styles.root}>{children}</div>
);
