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
} from '../../view-model/live/describeDelivery';
import styles from './overview.module.css';

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
