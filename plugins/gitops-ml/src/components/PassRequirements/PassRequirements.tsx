import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  collectPassRequirements,
  PassRequirement,
} from '../../view-model/live/collectPassRequirements';
import { Status } from '../../view-model/status';
import { StatusWord } from '../StatusWord/StatusWord';
import { Unknown } from '../Unknown/Unknown';
import styles from './PassRequirements.module.css';

const STATUSES: Record<PassRequirement['verdict'], Status> = {
  kept: 'healthy',
  exceeded: 'failed',
  unknown: 'unknown',
};

const WORDS: Record<PassRequirement['verdict'], string> = {
  kept: 'within limit',
  exceeded: 'over limit',
  unknown: 'limit unknown',
};

/** A metric's counts against their limits, as n/limit. */
export const PassRequirements = (props: {
  metric: DeliveryView['analyses'][number]['metrics'][number];
}) => (
  <ul
    className={styles.list}
    aria-label={`Pass requirements of ${props.metric.name}`}
  >
    {collectPassRequirements(props.metric).map(row => (
      <li key={row.id} className={styles.row}>
        <span className={styles.count}>
          {row.count}/
          {row.limit ?? <Unknown why="The source does not say its limit." />}
        </span>
        <span>{row.what}</span>
        <StatusWord status={STATUSES[row.verdict]} word={WORDS[row.verdict]} />
      </li>
    ))}
  </ul>
);
