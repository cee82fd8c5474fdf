import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { EnvironmentsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlLiveApiRef } from '../../api';
import { LiveParts } from '../../components/ViewFrame/LiveParts';
import { ViewFrame } from '../../components/ViewFrame/ViewFrame';
import { useEntityRef } from '../../hooks/useEntityRef';
import { useEntityView } from '../../hooks/useEntityView';
import { collectSources } from '../../view-model/live/describeLiveSource';
import { OverviewView } from './OverviewView';

const LIVE: LiveParts<EnvironmentsResponse> = {
  collectSources: value => collectSources(value.environments),
  hasContent: value => value.environments.length > 0,
};

/** The tab "Overview". */
export const OverviewTab = () => {
  const api = useApi(gitopsMlLiveApiRef);
  const { ref } = useEntityRef();
  const load = useCallback(
    (options: { signal: AbortSignal }) => api.getEnvironments(ref, options),
    [api, ref],
  );
  const view = useEntityView(load);
  return (
    <ViewFrame title="ML overview" view={view} live={LIVE}>
      {value => <OverviewView value={value} />}
    </ViewFrame>
  );
};
