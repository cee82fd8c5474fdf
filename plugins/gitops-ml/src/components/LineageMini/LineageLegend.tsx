import { Lineage, LineageKind } from '../../view-model/lineage';
import { LINEAGE_LOOKS } from './lineageLooks';
import styles from './LineageMini.module.css';

const ORDER: LineageKind[] = ['source', 'data', 'stage', 'view', 'service'];

/** The kinds that occur, each with its shape. */
export const LineageLegend = ({ lineage }: { lineage: Lineage }) => {
  const kinds = new Set(lineage.nodes.map(node => node.kind));
  return (
    <ul className={styles.legend} aria-label="Kinds">
      {ORDER.filter(kind => kinds.has(kind)).map(kind => {
        const { word, color, radius } = LINEAGE_LOOKS[kind];
        return (
          <li key={kind} className={styles.kind}>
            <span
              className={styles.swatch}
              style={{ borderColor: color, borderRadius: radius / 2 }}
            />
            {word}
          </li>
        );
      })}
    </ul>
  );
};
