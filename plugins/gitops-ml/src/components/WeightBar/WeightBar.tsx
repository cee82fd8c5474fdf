import { Text } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  formatWeight,
  weightFraction,
} from '../../view-model/live/formatWeight';
import { describeWeightMeaning } from '../../view-model/live/describeWeightMeaning';
import styles from './WeightBar.module.css';

const percent = (fraction: number) => `${fraction * 100}%`;

/** The share of the newest version, against the one before it: what is, and as a hairline what is wanted. */
export const WeightBar = (props: {
  weight: NonNullable<DeliveryView['weight']>;
  maxWeight: number;
  /** `traffic` or `replicas` */
  means: string;
  /** Whether another version is stable. */
  isCandidate: boolean;
  isStale?: boolean;
}) => {
  const { weight, maxWeight } = props;
  const actual = formatWeight(weight.actual, maxWeight);
  const who = props.isCandidate ? 'Candidate' : 'Newest version';
  const wanted = formatWeight(weight.desired, maxWeight);
  return (
    <div className={props.isStale ? styles.stale : styles.root}>
      <div className={styles.words}>
        <span>
          {who} <strong>{actual}</strong>
        </span>
        <Text as="span" variant="body-small" color="secondary">
          {`wanted ${wanted}`}
        </Text>
      </div>
      <div
        className={styles.bar}
        role="meter"
        aria-label={`${who}’s share`}
        aria-valuemin={0}
        aria-valuemax={maxWeight}
        aria-valuenow={weight.actual}
        aria-valuetext={`${actual}, wanted ${wanted}`}
      >
        <div
          className={styles.candidate}
          style={{ width: percent(weightFraction(weight.actual, maxWeight)) }}
        />
        <div
          className={styles.wanted}
          style={{
            insetInlineStart: percent(
              weightFraction(weight.desired, maxWeight),
            ),
          }}
        />
      </div>
      <Text as="p" variant="body-small" color="secondary">
        {describeWeightMeaning(props.means, maxWeight)}
      </Text>
    </div>
  );
};
