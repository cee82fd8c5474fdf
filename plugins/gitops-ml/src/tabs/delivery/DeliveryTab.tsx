import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { DeliveryResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlLiveApiRef } from '../../api';
import { LiveParts } from '../../components/ViewFrame/LiveParts';
import { ViewFrame } from '../../components/ViewFrame/ViewFrame';
import { useEntityRef } from '../../hooks/useEntityRef';
import { useEntityView } from '../../hooks/useEntityView';
import { collectSources } from '../../view-model/live/describeLiveSource';
import { DeliveryViewBody } from './DeliveryViewBody';

const LIVE: LiveParts<DeliveryResponse> = {
  collectSources: value =>
    collectSources(
      value.environments.map(environment => ({
        ...environment,
        instance: environment.application?.instance,
      })),
    ),
  hasContent: value => value.environments.length > 0,
};

/** The tab "Delivery". */
export const DeliveryTab = () => {
  const api = useApi(gitopsMlLiveApiRef);
  const { ref } = useEntityRef();
  const load = useCallback(
    (options: { signal: AbortSignal }) => api.getDelivery(ref, options),
    [api, ref],
  );
  const view = useEntityView(load);
  return (
    <ViewFrame title="Delivery" view={view} live={LIVE}>
      {value => <DeliveryViewBody value={value} onActed={view.reload} />}
    </ViewFrame>
  );
};
