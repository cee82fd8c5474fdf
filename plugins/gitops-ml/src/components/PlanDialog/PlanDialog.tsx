import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  DeliveryTarget,
  DeliveryView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { useActionPlan } from '../../hooks/useActionPlan';
import { nameAction } from '../../view-model/live/describeAction';
import { PlanBody } from './PlanBody';
import styles from './PlanDialog.module.css';

/** An action from its plan over the confirmation to the object's new state. */
export const PlanDialog = (props: {
  target: DeliveryTarget;
  action: string;
  revisions: DeliveryView['revisions'];
  onClose: () => void;
  /** After acting, whatever came of it. */
  onActed: () => void;
}) => {
  const { target, action, onClose } = props;
  const { progress, confirm, again } = useActionPlan(
    target,
    action,
    props.onActed,
  );
  const title = nameAction(action);
  const isOpenEnded = progress.kind === 'planned' || progress.kind === 'acting';
  return (
    <Dialog
      isOpen
      className={styles.dialog}
      onOpenChange={isOpen => {
        if (!isOpen) onClose();
      }}
    >
      <DialogHeader>
        {`${title}: ${target.name} in ${target.environment}`}
      </DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <PlanBody progress={progress} revisions={props.revisions} />
        </div>
      </DialogBody>
      <DialogFooter>
        {isOpenEnded && (
          <Button
            variant="primary"
            isPending={progress.kind === 'acting'}
            onPress={confirm}
          >
            {title}
          </Button>
        )}
        {progress.kind === 'failed' && (
          <Button variant="primary" onPress={again}>
            Plan again
          </Button>
        )}
        <Button variant="secondary" onPress={onClose}>
          {isOpenEnded || progress.kind === 'planning' ? 'Cancel' : 'Close'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
