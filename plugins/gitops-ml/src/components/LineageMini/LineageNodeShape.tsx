import { MouseEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { NODE_HEIGHT, PlacedNode } from '../../view-model/layoutLineage';
import { shortenLabel } from '../../view-model/lineage';
import { truncateMiddle } from '../../view-model/truncateMiddle';
import { LINEAGE_LOOKS } from './lineageLooks';
import styles from './LineageMini.module.css';

/** Width of a character of the label, in pixels, on average. */
const CHARACTER = 7.4;
const PADDING = 12;

/** A node; with an `href` it is a link, which the keyboard reaches. */
export const LineageNodeShape = (props: {
  node: PlacedNode;
  width: number;
  href?: string;
  onActive: (id: string | undefined) => void;
}) => {
  const { node, width, href, onActive } = props;
  const navigate = useNavigate();
  const { word, color, radius } = LINEAGE_LOOKS[node.kind];
  const shape = (
    <>
      <title>{`${word} ${node.label}`}</title>
      <rect
        className={styles.box}
        width={width}
        height={NODE_HEIGHT}
        rx={radius}
        stroke={color}
      />
      <text className={styles.label} x={PADDING} y={NODE_HEIGHT / 2}>
        {truncateMiddle(
          shortenLabel(node),
          Math.floor((width - 2 * PADDING) / CHARACTER),
        )}
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
