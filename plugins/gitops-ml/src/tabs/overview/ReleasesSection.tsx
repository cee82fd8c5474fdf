import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { gitopsMlLiveApiRef } from '../../api';
import { PartBody } from '../../components/PartBody/PartBody';
import { RevisionTimeline } from '../../components/RevisionTimeline/RevisionTimeline';
import { Section } from '../../components/Section/Section';
import { useEntityRef } from '../../hooks/useEntityRef';
import { useEntityView } from '../../hooks/useEntityView';

/** What became stable where, by a request of its own. */
export const ReleasesSection = (props: { environments: string[] }) => {
  const api = useApi(gitopsMlLiveApiRef);
  const { ref } = useEntityRef();
  const load = useCallback(
    (options: { signal: AbortSignal }) => api.getReleases(ref, options),
    [api, ref],
  );
  const view = useEntityView(load);
  return (
    <PartBody view={view}>
      {value =>
        value.releases.length > 0 ? (
          <RevisionTimeline value={value} environments={props.environments} />
        ) : (
          <Section title="Releases">
            <Text as="p" color="secondary">
              No release was seen yet. One appears when a version becomes stable
              in an environment, or is aborted on its way.
            </Text>
          </Section>
        )
      }
    </PartBody>
  );
};
