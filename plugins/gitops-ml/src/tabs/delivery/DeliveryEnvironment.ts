import { DeliveryResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** What the delivery route answers of one environment. */
export type DeliveryEnvironment = DeliveryResponse['environments'][number];
