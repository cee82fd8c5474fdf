import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  DataHistoryResponse,
  DataRemoteView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlApiRef } from '../../api';
import { PartBody } from '../../components/PartBody/PartBody';
import { useEntityRef } from '../../hooks/useEntityRef';
import { useEntityView } from '../../hooks/useEntityView';
import { useViewState } from '../../hooks/useViewState';
import { collectDataHistory } from '../../view-model/collectDataHistory';
import { getCommand } from '../../view-model/dataCommands';
import { DataHistoryItem } from './DataHistoryItem';
import styles from './DataHistory.module.css';

const Lines = (props: {
  value: DataHistoryResponse;
  remote: DataRemoteView | undefined;
}) => {
  const { value, remote } = props;
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
          commandOf={oid =>
            getCommand(value.repository.url, value.path, oid, remote)
          }
        />
      ))}
    </ol>
  );
};

/** All versions of a path on the default branch, newest first. */
export const DataHistory = (props: {
  path: string;
  remote: DataRemoteView | undefined;
}) => {
  const { path, remote } = props;
  const api = useApi(gitopsMlApiRef);
  const { ref } = useEntityRef();
  const revision = useViewState().get('revision');
  const load = useCallback(
    ({ signal }: { signal: AbortSignal }) =>
      api.getDataHistory(ref, path, { revision, signal }),
    [api, ref, path, revision],
  );
  const view = useEntityView(load);
  return (
    <PartBody view={view}>
      {value => <Lines value={value} remote={remote} />}
    </PartBody>
  );
};
