import { Text } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { BreakableName } from '../../components/BreakableName/BreakableName';
import { RelativeTime } from '../../components/RelativeTime/RelativeTime';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { useNow } from '../../hooks/useNow';
import {
  describeDelivery,
  describeDeliveryStatus,
} from '../../view-model/live/describeDelivery';
import { DeliveryActions } from './DeliveryActions';
import { DeliveryEnvironment } from './DeliveryEnvironment';
import styles from './delivery.module.css';

/** The workload's name, its one sentence, and what may be done. */
export const DeliveryHead = (props: {
  id: string;
  delivery: DeliveryView;
  environment: DeliveryEnvironment;
  onActed: () => void;
}) => {
  const { delivery, environment } = props;
  const { kubernetes } = environment;
  const now = useNow();
  return (
    <header className={styles.head}>
      <div className={styles.said}>
        <span className={styles.line}>
          <StatusWord {...describeDeliveryStatus(delivery)} />
          <Text variant="body-small" color="secondary">
            {delivery.kind} <BreakableName name={delivery.name} />
          </Text>
          {kubernetes.status !== 'ok' && (
            <span className={styles.line}>
              <StatusWord
                status="stale"
                word={`last known, cluster ${kubernetes.status}`}
                reason={kubernetes.message}
              />
              <Text variant="body-small" color="secondary">
                since <RelativeTime time={kubernetes.since} />
              </Text>
            </span>
          )}
        </span>
        <h4 id={props.id} className={styles.sentence}>
          {describeDelivery(delivery, now)}
        </h4>
      </div>
      <DeliveryActions
        delivery={delivery}
        environment={environment}
        onActed={props.onActed}
      />
    </header>
  );
};
