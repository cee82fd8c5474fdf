import { Text } from '@backstage/ui';
import { describeNoDelivery } from '../../view-model/live/describeNoDelivery';
import { DeliveryEnvironment } from './DeliveryEnvironment';

/** Why an environment shows no workload. */
export const NoDelivery = (props: { environment: DeliveryEnvironment }) => (
  <Text as="p" color="secondary">
    {describeNoDelivery(props.environment)}
  </Text>
);
