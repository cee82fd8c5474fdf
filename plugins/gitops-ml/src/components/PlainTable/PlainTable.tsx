import { ReactNode } from 'react';
import styles from './PlainTable.module.css';

/** A table of few rows within a card: no sorting, no selection. `children` are its rows. */
export const PlainTable = (props: {
  label: string;
  columns: readonly string[];
  children: ReactNode;
}) => (
  <table className={styles.table} aria-label={props.label}>
    <thead>
      <tr>
        {props.columns.map((column, index) => (
          <th scope="col" key={index}>
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{props.children}</tbody>
  </table>
);
