import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Container, Text } from '@backstage/ui';
import { gitopsMlLiveApiRef } from '../api';
import { RefreshErrorBanner } from '../components/Banners/RefreshErrorBanner';
import { FailedState } from '../components/ViewFrame/FailedState';
import { ViewSkeleton } from '../components/ViewFrame/ViewSkeleton';
import { useEntityView } from '../hooks/useEntityView';
import { NowProvider } from '../hooks/useNow';
import { describeViewError } from '../view-model/describeViewError';
import { FleetView } from './FleetView';
import styles from './fleet.module.css';

/** The platform team's page: every component by environment. */
export const FleetPage = () => {
  const api = useApi(gitopsMlLiveApiRef);
  const load = useCallback(
    (options: { signal: AbortSignal }) => api.getFleet(options),
    [api],
  );
  const { value, error, reload } = useEntityView(load);
  return (
    <NowProvider>
      <Container>
        <main className={styles.page}>
          <Text as="h1" variant="title-small" weight="bold">
            GitOps ML
          </Text>
          {error && value && (
            <RefreshErrorBanner error={error} onRetry={reload} />
          )}
          {error && !value && (
            <FailedState
              message={describeViewError(error).message}
              onRetry={reload}
            />
          )}
          {!error && !value && <ViewSkeleton />}
          {value && <FleetView value={value} />}
        </main>
      </Container>
    </NowProvider>
  );
};
