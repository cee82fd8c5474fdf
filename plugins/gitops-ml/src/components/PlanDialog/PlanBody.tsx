import { Alert, Skeleton, VisuallyHidden } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { ActionProgress } from '../../hooks/useActionPlan';
import { describeActionResult } from '../../view-model/live/describeAction';
import { Status } from '../../view-model/status';
import { PlanTable } from './PlanTable';

const ALERTS: Partial<Record<Status, 'success' | 'info' | 'warning'>> = {
  healthy: 'success',
  degraded: 'warning',
  unknown: 'warning',
};

/** What the dialog says at each point of an action's way. */
export const PlanBody = (props: {
  progress: ActionProgress;
  revisions: DeliveryView['revisions'];
}) => {
  const { progress, revisions } = props;
  switch (progress.kind) {
    case 'planning':
      return (
        <div aria-busy="true">
          <VisuallyHidden role="status">Planning</VisuallyHidden>
          <Skeleton width="100%" height={120} />
        </div>
      );
    case 'planned':
      return <PlanTable plan={progress.plan} revisions={revisions} />;
    case 'acting':
      return (
        <>
          <Alert
            role="status"
            status="info"
            isPending
            title="Requested; waiting for the object to say so"
          />
          <PlanTable plan={progress.plan} revisions={revisions} />
        </>
      );
    case 'done': {
      const { status, title, detail } = describeActionResult(progress.answer);
      return (
        <Alert
          role="status"
          status={ALERTS[status] ?? 'info'}
          icon
          title={title}
          description={detail}
        />
      );
    }
    case 'failed':
      return (
        <Alert
          role="alert"
          status="danger"
          icon
          title="Nothing is known to have changed"
          description={progress.message}
        />
      );
    default:
      return progress satisfies never;
  }
};
