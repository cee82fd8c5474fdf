import { useMemo, useState } from 'react';
import { countNoun } from '../../view-model/countNoun';
import { layoutLineage, LineageSize } from '../../view-model/layoutLineage';
import { Lineage, LineageNode } from '../../view-model/lineage';
import { LineageNodeShape } from './LineageNodeShape';
import styles from './LineageMini.module.css';

/** More nodes than this are no picture any more. */
const MAX_NODES = 80;

/** Nodes in columns, joined by curves; the neighbours of what is looked at stand out. */
export const LineagePicture = (props: {
  label: string;
  lineage: Lineage;
  size: LineageSize;
  hrefOf?: (node: LineageNode) => string | undefined;
}) => {
  const { lineage, size } = props;
  const [active, setActive] = useState<string>();
  const isDrawn = lineage.nodes.length <= MAX_NODES;
  const layout = useMemo(
    () => layoutLineage(isDrawn ? lineage : { nodes: [], edges: [] }, size),
    [lineage, isDrawn, size],
  );
  if (!isDrawn) {
    return (
      <p className={styles.note}>
        {`${countNoun(
          lineage.nodes.length,
          'node',
        )} are too many to draw: search to narrow them down.`}
      </p>
    );
  }
  return (
    <div className={styles.scroll}>
      <svg
        className={active ? styles.focused : styles.picture}
        viewBox={`-4 -4 ${layout.width + 8} ${layout.height + 8}`}
        width={layout.width + 8}
        height={layout.height + 8}
        role="group"
        aria-label={props.label}
      >
        {layout.edges.map(({ from, to, path }) => (
          <path
            key={`${from} ${to}`}
            className={
              from === active || to === active ? styles.litEdge : styles.edge
            }
            d={path}
          />
        ))}
        {layout.nodes.map(node => (
          <LineageNodeShape
            key={node.id}
            node={node}
            width={size.node}
            href={props.hrefOf?.(node)}
            onActive={setActive}
          />
        ))}
      </svg>
    </div>
  );
};
