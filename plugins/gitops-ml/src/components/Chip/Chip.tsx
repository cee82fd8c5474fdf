import { PropsWithChildren } from 'react';
import { Badge } from '@backstage/ui';
import styles from './Chip.module.css';

/** A small label; `strong` for what holds now, plain for the rest. */
export const Chip = (props: PropsWithChildren<{ strong?: boolean }>) => (
  <Badge size="small" className={props.strong ? styles.strong : styles.plain}>
    {props.children}
  </Badge>
);
