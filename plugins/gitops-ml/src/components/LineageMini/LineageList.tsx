import { Lineage } from '../../view-model/lineage';
import { LINEAGE_LOOKS } from './lineageLooks';
import styles from './LineageMini.module.css';

/** Each node with what it feeds. */
export const LineageList = ({ lineage }: { lineage: Lineage }) => {
  const labels = new Map(lineage.nodes.map(node => [node.id, node.label]));
  return (
    <ul className={styles.list}>
      {lineage.nodes.map(({ id, kind, label }) => {
        const targets = lineage.edges
          .filter(edge => edge.from === id)
          .map(edge => labels.get(edge.to));
        return (
          <li key={id}>
            {LINEAGE_LOOKS[kind].word} <strong>{label}</strong>
            {targets.length > 0 && ` feeds ${targets.join(', ')}`}
          </li>
        );
      })}
    </ul>
  );
};
