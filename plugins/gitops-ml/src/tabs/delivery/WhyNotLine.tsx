import { Alert } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeWhyNot } from '../../view-model/live/describeWhyNot';
import styles from './delivery.module.css';

/** Why a delivery is not well, above everything else. Nothing when it is. */
export const WhyNotLine = ({ delivery }: { delivery: DeliveryView }) => {
  const why = describeWhyNot(delivery);
  if (!why) return null;
  return (
    <Alert
      role="status"
      status="danger"
      icon
      title={why.title}
      description={
        <span className={styles.why}>
          {why.place && <span>{why.place}</span>}
          {why.words && <q className={styles.quote}>{why.words}</q>}
        </span>
      }
    />
  );
};
