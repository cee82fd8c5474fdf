import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeStepPosition } from './describeDelivery';
import { formatWeight } from './formatWeight';

/** One moment of a delivery: step, weights, and the provider's own words. */
export function describeEvent(
  event: DeliveryView['events'][number],
  maxWeight: number,
): string {
  const { step, weight, message } = event;
  return [
    describeStepPosition(step),
    weight &&
      `weight ${formatWeight(weight.actual, maxWeight)}, wanted ${formatWeight(
        weight.desired,
        maxWeight,
      )}`,
    message,
  ]
    .filter(Boolean)
    .join(' · ');
}
