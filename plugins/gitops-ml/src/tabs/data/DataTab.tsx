import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { gitopsMlApiRef } from '../../api';
import { ViewFrame } from '../../components/ViewFrame/ViewFrame';
import { useEntityRef } from '../../hooks/useEntityRef';
import { useEntityView } from '../../hooks/useEntityView';
import { useViewState } from '../../hooks/useViewState';
import { DataView } from './DataView';

/** The tab "Data versions". */
export const DataTab = () => {
  const api = useApi(gitopsMlApiRef);
  const { ref } = useEntityRef();
  const revision = useViewState().get('revision');
  const load = useCallback(
    ({ signal }: { signal: AbortSignal }) =>
      api.getData(ref, { revision, signal }),
    [api, ref, revision],
  );
  const view = useEntityView(load);
  return (
    <ViewFrame title="Data versions" view={view}>
      {value => <DataView value={value} isStale={view.isOutdated} />}
    </ViewFrame>
  );
};
