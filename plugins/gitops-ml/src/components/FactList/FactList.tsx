import { ReactNode } from 'react';
import styles from './FactList.module.css';

/** A name and what holds for it. */
export interface Fact {
  name: string;
  value: ReactNode;
}

export const FactList = ({ facts }: { facts: Fact[] }) => (
  <dl className={styles.root}>
    {facts.map(({ name, value }) => (
      <div className={styles.row} key={name}>
        <dt className={styles.name}>{name}</dt>
        <dd className={styles.value}>{value}</dd>
      </div>
    ))}
  </dl>
);
