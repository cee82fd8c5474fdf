import { Link } from '@backstage/ui';
import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Absent } from '../../components/Absent/Absent';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { Unknown } from '../../components/Unknown/Unknown';
import { useEntityHref } from '../../hooks/useEntityHref';
import { useEntityRef } from '../../hooks/useEntityRef';
import { useNow } from '../../hooks/useNow';
import {
  describeDelivery,
  describeDeliveryStatus,
  isAborted,
} from '../../view-model/live/describeDelivery';
import { weightFraction } from '../../view-model/live/formatWeight';
import styles from './overview.module.css';

type Delivery = NonNullable<EnvironmentView['delivery']>;

const NoDelivery = ({ environment }: { environment: EnvironmentView }) => {
  const { kubernetes } = environment;
  return kubernetes.status === 'ok' ? (
    <Absent what="There is no workload of it in the cluster." />
  ) : (
    <Unknown
      why={kubernetes.message ?? `The cluster is ${kubernetes.status}.`}
    />
  );
};

/** How far it is, for the eye: the sentence below it says it. */
const DeliveryMeter = ({ delivery }: { delivery: Delivery }) => {
  const { weight, maxWeight = 100, phase } = delivery;
  if (!weight || phase === 'Healthy' || isAborted(delivery)) return null;
  const width = `${weightFraction(weight.actual, maxWeight) * 100}%`;
  return (
    <div className={styles.meter} aria-hidden>
      <span style={{ width }} />
    </div>
  );
};

/** An environment's delivery in a word and a sentence. */
export const DeliveryCell = (props: { environment: EnvironmentView }) => {
  const { delivery, name, kubernetes } = props.environment;
  const { text } = useEntityRef();
  const hrefOf = useEntityHref();
  const now = useNow();
  if (!delivery) return <NoDelivery environment={props.environment} />;
  const { failedMetric } = delivery;
  const isStale = kubernetes.status !== 'ok';
  return (
    <div className={isStale ? styles.staleDelivery : styles.delivery}>
      <StatusWord {...describeDeliveryStatus(delivery)} />
      <DeliveryMeter delivery={delivery} />
      <Link href={hrefOf(text, 'ml-delivery', { environment: name })}>
        {describeDelivery(delivery, now)}
      </Link>
      {failedMetric && (
        <span className={styles.note}>
          {`${failedMetric.name}: ${failedMetric.message}`}
        </span>
      )}
      {isStale && (
        <StatusWord
          status="stale"
          word="last known"
          reason={kubernetes.message}
        />
      )}
    </div>
  );
};
