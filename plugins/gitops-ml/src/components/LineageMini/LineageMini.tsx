import { useMemo, useState } from 'react';
import { countNoun } from '../../view-model/countNoun';
import { layoutLineage } from '../../view-model/layoutLineage';
import { Lineage, LineageNode } from '../../view-model/lineage';
import { Disclosure } from '../Disclosure/Disclosure';
import { Palette } from '../Palette/Palette';
import { LineageLegend } from './LineageLegend';
import { LineageList } from './LineageList';
import { LineageNodeShape } from './LineageNodeShape';
import styles from './LineageMini.module.css';

/** More nodes than this are no picture any more. */
const MAX_NODES = 80;

/** A small picture of what feeds what, with the same as a list for those who read. */
export const LineageMini = (props: {
  label: string;
  lineage: Lineage;
  hrefOf?: (node: LineageNode) => string | undefined;
}) => {
  const { lineage, label } = props;
  const [active, setActive] = useState<string>();
  const isDrawn = lineage.nodes.length <= MAX_NODES;
  const layout = useMemo(
    () => layoutLineage(isDrawn ? lineage : { nodes: [], edges: [] }),
    [lineage, isDrawn],
  );
  const isLit = (from: string, to: string) => from === active || to === active;
  return (
    <Palette>
      <div className={styles.root}>
        <LineageLegend lineage={lineage} />
        {isDrawn ? (
          <div className={styles.scroll}>
            <svg
              className={active ? styles.focused : styles.picture}
              viewBox={`-4 -4 ${layout.width + 8} ${layout.height + 8}`}
              width={layout.width + 8}
              height={layout.height + 8}
              role="group"
              aria-label={label}
            >
              {layout.edges.map(edge => (
                <path
                  key={`${edge.from} ${edge.to}`}
                  className={
                    isLit(edge.from, edge.to) ? styles.litEdge : styles.edge
                  }
                  d={edge.path}
                />
              ))}
              {layout.nodes.map(node => (
                <LineageNodeShape
                  key={node.id}
                  node={node}
                  href={props.hrefOf?.(node)}
                  onActive={setActive}
                />
              ))}
            </svg>
          </div>
        ) : (
          <p className={styles.note}>
            {`${countNoun(
              lineage.nodes.length,
              'node',
            )} are too many to draw: search to narrow them down.`}
          </p>
        )}
        <Disclosure title={`${label} as a list`}>
          <LineageList lineage={lineage} />
        </Disclosure>
      </div>
    </Palette>
  );
};
