import { DeliveryResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { describePlace } from '../../view-model/describePlace';

/** There is no environment to deliver to. */
export const DeliveryEmpty = ({ value }: { value: DeliveryResponse }) => (
  <EmptyState
    title="No environment to deliver to"
    lookedFor={`We looked for gitops-ml.yaml, Argo CD and Flux manifests and overlays in ${describePlace(
      value,
    )}.`}
    appearsWhen="A delivery appears for each workload of an environment that one of them declares. The tab Overview says how to declare one."
    commands={[]}
  />
);
