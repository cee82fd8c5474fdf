import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { DataHistoryResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlApiRef } from '../../api';
import { PartBody } from '../../components/PartBody/PartBody';
import { useEntityRef } from '../../hooks/useEntityRef';
import { useEntityView } from '../../hooks/useEntityView';
import { useViewState } from '../../hooks/useViewState';
import { collectDataHistory } from '../../view-model/collectDataHistory';
import { DataHistoryItem } from './DataHistoryItem';
import styles from './DataHistory.module.css';

const Lines = ({ value }: { value: DataHistoryResponse }) => {
  const lines = useMemo(
    () => collectDataHistory(value.versions),
    [value.versions],
  );
  if (lines.length === 0) {
    return <Text>No commit of the tracked history declares this path.</Text>;
  }
  return (
    <ol className={styles.list} aria-label="Versions, newest first">
      {lines.map(line => (
        <DataHistoryItem
          key={line.id}
          line={line}
          path={value.path}
          repositoryUrl={value.repository.url}
        />
      ))}
    </ol>
  );
};

/** All versions of a path on the default branch, newest first. */
export const DataHistory = ({ path }: { path: string }) => {
  const api = useApi(gitopsMlApiRef);
  const { ref } = useEntityRef();
  const revision = useViewState().get('revision');
  const load = useCallback(
    ({ signal }: { signal: AbortSignal }) =>
      api.getDataHistory(ref, path, { revision, signal }),
    [api, ref, path, revision],
  );
  const view = useEntityView(load);
  return <PartBody view={view}>{value => <Lines value={value} />}</PartBody>;
};
