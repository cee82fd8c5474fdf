import { drawSpark } from '../../view-model/drawSpark';
import styles from './MetricSpark.module.css';

const WIDTH = 88;
const HEIGHT = 24;

/** A line of values, oldest first, ending in a dot; `label` says it in words. */
export const MetricSpark = (props: { values: number[]; label: string }) => {
  const points = drawSpark(props.values, WIDTH, HEIGHT);
  const last = points[points.length - 1];
  if (!last) return null;
  return (
    <svg
      className={styles.root}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={props.label}
    >
      <polyline
        className={styles.line}
        points={points.map(([x, y]) => `${x},${y}`).join(' ')}
      />
      <circle className={styles.dot} cx={last[0]} cy={last[1]} r={2.5} />
    </svg>
  );
};
