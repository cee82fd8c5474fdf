import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { gitopsMlApiRef } from '../../api';
import { PartBody } from '../../components/PartBody/PartBody';
import { useEntityRef } from '../../hooks/useEntityRef';
import { useEntityView } from '../../hooks/useEntityView';
import { useViewState } from '../../hooks/useViewState';
import { FeatureStep } from './FeatureStep';
import styles from './features.module.css';

/** The commits that changed a view's definition, newest first. */
export const FeatureHistory = (props: {
  projectPath: string;
  viewName: string;
}) => {
  const { projectPath, viewName } = props;
  const api = useApi(gitopsMlApiRef);
  const { ref } = useEntityRef();
  const revision = useViewState().get('revision');
  const load = useCallback(
    ({ signal }: { signal: AbortSignal }) =>
      api.getFeatureHistory(ref, projectPath, viewName, { revision, signal }),
    [api, ref, projectPath, viewName, revision],
  );
  const view = useEntityView(load);
  return (
    <PartBody view={view}>
      {({ versions }) =>
        versions.length === 0 ? (
          <Text>No commit of the tracked history defines this view.</Text>
        ) : (
          <ol className={styles.steps} aria-label="Changes, newest first">
            {versions.map(entry => (
              <FeatureStep key={entry.commit.oid} entry={entry} />
            ))}
          </ol>
        )
      }
    </PartBody>
  );
};
