import { DeliveryAction, DeliveryActionId } from '../Delivery';
import { ActionPlan } from './ActionPlan';

/** In the order in which they are shown. @public */
export const DELIVERY_ACTIONS: readonly DeliveryActionId[] = [
  'promote',
  'promote-full',
  'abort',
  'retry',
  'pause',
];

/** Which actions make sense now, and why not the others. */
export function describeActions(
  plan: (action: DeliveryActionId) => ActionPlan,
): DeliveryAction[] {
  return DELIVERY_ACTIONS.map(id => {
    const planned = plan(id);
    return 'refused' in planned
      ? { id, allowed: false, reason: planned.refused }
      : { id, allowed: true, reason: planned.summary };
  });
}
