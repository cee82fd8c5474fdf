import { ObservationView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Observed } from '../../live/Observed';

/** An observation as pages show it. A source that has not answered yet is not a failed one. */
export function toObservationView({
  status,
  since,
  valueObservedAt,
  message,
}: Observed<unknown>): ObservationView {
  const isFirst = status === 'ok' && valueObservedAt === undefined;
  return {
    status,
    since,
    observedAt: valueObservedAt,
    message: isFirst
      ? 'The source is being asked for the first time.'
      : message,
  };
}
