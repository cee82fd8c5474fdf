import { GITOPS_ML_PATH_ANNOTATION } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { EmptyState } from '../components/EmptyState/EmptyState';

/** No component is shown to this viewer. */
export const FleetEmpty = () => (
  <EmptyState
    title="No component to show"
    lookedFor={`We looked for entities with the annotation ${GITOPS_ML_PATH_ANNOTATION} that you may see.`}
    appearsWhen="A row appears for each of them. The template on the Create page makes one; a repository of yours gets one by this line in its catalog-info.yaml, under metadata.annotations:"
    commands={[`${GITOPS_ML_PATH_ANNOTATION}: .`]}
  />
);
