import { ReactNode } from 'react';
import styles from './StatRow.module.css';

/** A number that says something of the whole page. */
interface Stat {
  name: string;
  value: ReactNode;
}

export const StatRow = ({ stats }: { stats: Stat[] }) => (
  <dl className={styles.root} aria-label="At a glance">
    {stats.map(({ name, value }) => (
      <div className={styles.stat} key={name}>
        <dt className={styles.name}>{name}</dt>
        <dd className={styles.value}>{value}</dd>
      </div>
    ))}
  </dl>
);
