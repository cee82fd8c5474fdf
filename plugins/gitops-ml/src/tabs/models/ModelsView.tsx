import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import { ModelsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { useViewState } from '../../hooks/useViewState';
import { collectModelSummaries } from '../../view-model/collectModelSummaries';
import { ModelDetail } from './ModelDetail';
import { ModelList } from './ModelList';
import { ModelsEmpty } from './ModelsEmpty';

/** The models that a repository knows at a revision, one of them in full. */
export const ModelsView = (props: {
  value: ModelsResponse;
  isStale: boolean;
}) => {
  const { models } = props.value;
  const state = useViewState();
  const summaries = useMemo(() => collectModelSummaries(models), [models]);
  const wanted = state.get('model');
  const chosen = wanted
    ? summaries.find(({ id }) => id === wanted)
    : summaries[0];
  if (summaries.length === 0) return <ModelsEmpty value={props.value} />;
  return (
    <>
      {(summaries.length > 1 || !chosen) && (
        <ModelList summaries={summaries} chosen={chosen?.id} />
      )}
      {chosen ? (
        <ModelDetail
          key={chosen.id}
          summary={chosen}
          value={props.value}
          isStale={props.isStale}
        />
      ) : (
        <Text as="p">{`There is no model ${wanted} at this revision.`}</Text>
      )}
    </>
  );
};
