import {
  DeliveryView,
  EnvironmentView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** A delivery in a few facts. */
export function describeDelivery(
  delivery: DeliveryView | undefined,
): EnvironmentView['delivery'] {
  if (!delivery) return undefined;
  const { phase, message, step, paused, reached, weight, since } = delivery;
  return {
    phase,
    message,
    step,
    stepKind: delivery.steps.find(({ state }) => state === 'current')?.kind,
    paused,
    reached,
    weight,
    maxWeight: delivery.maxWeight,
    since,
    failedMetric: findFailedMetric(delivery),
  };
}

/** Of the analyses of the candidate: those of earlier ones say nothing about it. */
function findFailedMetric({ analyses, revisions }: DeliveryView) {
  const candidate = revisions.find(({ role }) => role === 'candidate');
  const metric = analyses
    .filter(({ hash }) => hash === undefined || hash === candidate?.hash)
    .flatMap(({ metrics }) => metrics)
    .find(({ phase }) => phase === 'Failed' || phase === 'Error');
  if (!metric) return undefined;
  const { name, message, successCondition } = metric;
  const last = metric.measurements.at(-1)?.value;
  const measured =
    last === undefined
      ? ''
      : `measured ${last}${
          successCondition ? `, wanted ${successCondition}` : ''
        }`;
  return { name, message: message || measured };
}
