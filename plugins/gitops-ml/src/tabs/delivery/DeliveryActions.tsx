import { useState } from 'react';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { PlanDialog } from '../../components/PlanDialog/PlanDialog';
import { ActionButton } from './ActionButton';
import { DeliveryEnvironment } from './DeliveryEnvironment';
import styles from './delivery.module.css';

/** What may be done now; hidden from a viewer who may not. */
export const DeliveryActions = (props: {
  delivery: DeliveryView;
  environment: DeliveryEnvironment;
  onActed: () => void;
}) => {
  const { delivery, environment, onActed } = props;
  const [action, setAction] = useState<string>();
  if (!environment.mayAct || delivery.actions.length === 0) return null;
  const isReachable = environment.kubernetes.status === 'ok';
  return (
    <div className={styles.actions} role="group" aria-label="Actions">
      {delivery.actions.map(one => (
        <ActionButton
          key={one.id}
          action={one}
          blocked={isReachable ? undefined : 'The cluster does not answer now.'}
          onPress={() => setAction(one.id)}
        />
      ))}
      {action !== undefined && (
        <PlanDialog
          target={{
            environment: environment.name,
            kind: delivery.kind,
            name: delivery.name,
          }}
          action={action}
          revisions={delivery.revisions}
          onClose={() => setAction(undefined)}
          onActed={onActed}
        />
      )}
    </div>
  );
};
