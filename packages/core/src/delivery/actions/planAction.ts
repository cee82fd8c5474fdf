import { DeliveryActionId } from '../Delivery';
import { planDeployment } from '../deployments/planDeployment';
import { Fields } from '../Fields';
import { identify } from '../identify';
import { readMetadata } from '../readMetadata';
import { readRollout } from '../rollouts/readRollout';
import { ActionPlan } from './ActionPlan';
import { planRollout } from './planRollout';

/**
 * What an action on a workload would write. `object` is the workload as the API server
 * gives it now; one that can't be read whole is refused. Never throws.
 * @public
 */
export function planAction(
  object: unknown,
  action: DeliveryActionId,
): ActionPlan {
  const identified = identify(object, { position: 0, place: undefined });
  if ('problem' in identified) {
    return { refused: 'This is no Kubernetes object.' };
  }
  const { source, identity, record } = identified;
  switch (identity.kind) {
    case 'Rollout':
      break;
    case 'Deployment':
      return planDeployment();
    default:
      return { refused: `Nothing can be done with a ${identity.kind}.` };
  }
  const fields = new Fields(record, source);
  const rollout = readRollout(fields, readMetadata(fields, identity));
  const [problem] = source.problems;
  return problem
    ? { refused: `${problem.args?.where ?? source.subject} can't be read.` }
    : planRollout(rollout, action);
}
