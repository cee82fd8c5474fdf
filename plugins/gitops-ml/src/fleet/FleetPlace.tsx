import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { RunningText } from '../components/RunningText/RunningText';
import { StatusWord } from '../components/StatusWord/StatusWord';
import { useNow } from '../hooks/useNow';
import {
  describeDelivery,
  describeDeliveryStatus,
} from '../view-model/live/describeDelivery';
import styles from './fleet.module.css';

/** A component in an environment: what serves, and how its delivery stands. */
export const FleetPlace = (props: { environment: EnvironmentView }) => {
  const { delivery } = props.environment;
  const now = useNow();
  return (
    <div className={styles.place}>
      <RunningText environment={props.environment} />
      {delivery && (
        <StatusWord
          {...describeDeliveryStatus(delivery)}
          reason={describeDelivery(delivery, now)}
        />
      )}
    </div>
  );
};
