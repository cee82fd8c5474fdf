import { PropsWithChildren } from 'react';
import styles from './palette.module.css';

/** Defines the categorical colours for the pictures inside. */
export const Palette = ({ children }: PropsWithChildren<{}>) => (
  <div className={styles.scope}>{children}</div>
);
