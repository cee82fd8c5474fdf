import { MouseEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  NODE_HEIGHT,
  NODE_WIDTH,
  PlacedNode,
} from '../../view-model/layoutLineage';
import { truncateMiddle } from '../../view-model/truncateMiddle';
import { LINEAGE_LOOKS } from './lineageLooks';
import styles from './LineageMini.module.css';

/** What fits into a node at its font size. */
const LABEL_LENGTH = 24;

/** A node; with an `href` it is a link, which the keyboard reaches. */
export const LineageNodeShape = (props: {
  node: PlacedNode;
  href?: string;
  onActive: (id: string | undefined) => void;
}) => {
  const { node, href, onActive } = props;
  const navigate = useNavigate();
  const { word, color, radius } = LINEAGE_LOOKS[node.kind];
  const shape = (
    <>
      <title>{`${word} ${node.label}`}</title>
      <rect
        className={styles.box}
        width={NODE_WIDTH}
        height={NODE_HEIGHT}
        rx={radius}
        stroke={color}
      />
      <text className={styles.label} x={12} y={NODE_HEIGHT / 2}>
        {truncateMiddle(node.label, LABEL_LENGTH)}
      </text>
    </>
  );
  const place = {
    transform: `translate(${node.x} ${node.y})`,
    onMouseEnter: () => onActive(node.id),
    onMouseLeave: () => onActive(undefined),
    onFocus: () => onActive(node.id),
    onBlur: () => onActive(undefined),
  };
  if (!href) return <g {...place}>{shape}</g>;
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <g {...place}>
      <a
        className={styles.link}
        href={href}
        aria-label={`${word} ${node.label}`}
        onClick={open}
      >
        {shape}
      </a>
    </g>
  );
};
