import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { gitopsMlApiRef } from '../../api';
import { ViewFrame } from '../../components/ViewFrame/ViewFrame';
import { useEntityRef } from '../../hooks/useEntityRef';
import { useEntityView } from '../../hooks/useEntityView';
import { useViewState } from '../../hooks/useViewState';
import { FeaturesView } from './FeaturesView';

/** The tab "Feature views". */
export const FeaturesTab = () => {
  const api = useApi(gitopsMlApiRef);
  const { ref } = useEntityRef();
  const revision = useViewState().get('revision');
  const load = useCallback(
    ({ signal }: { signal: AbortSignal }) =>
      api.getFeatures(ref, { revision, signal }),
    [api, ref, revision],
  );
  const view = useEntityView(load);
  return (
    <ViewFrame title="Feature views" view={view}>
      {value => <FeaturesView value={value} isStale={view.isOutdated} />}
    </ViewFrame>
  );
};
