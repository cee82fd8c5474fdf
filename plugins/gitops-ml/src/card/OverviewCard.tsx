import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { gitopsMlLiveApiRef } from '../api';
import { useEntityHref } from '../hooks/useEntityHref';
import { useEntityRef } from '../hooks/useEntityRef';
import { useEntityView } from '../hooks/useEntityView';
import { NowProvider } from '../hooks/useNow';
import { CardContent } from './CardContent';
import styles from './card.module.css';

/** The card on an entity's overview page: what runs where, and what is wrong. */
export const OverviewCard = () => {
  const api = useApi(gitopsMlLiveApiRef);
  const { ref, text } = useEntityRef();
  const hrefOf = useEntityHref();
  const load = useCallback(
    (options: { signal: AbortSignal }) => api.getEnvironments(ref, options),
    [api, ref],
  );
  const view = useEntityView(load);
  return (
    <NowProvider>
      <Card>
        <CardHeader>
          <div className={styles.head}>
            <Text as="h3" variant="title-x-small">
              ML environments
            </Text>
            <Link href={hrefOf(text, 'ml-overview')}>Overview</Link>
          </div>
        </CardHeader>
        <CardBody>
          <CardContent view={view} />
        </CardBody>
      </Card>
    </NowProvider>
  );
};
