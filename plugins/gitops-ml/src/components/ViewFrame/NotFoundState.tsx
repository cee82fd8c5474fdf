import { Alert } from '@backstage/ui';
import { GITOPS_ML_PATH_ANNOTATION } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** The entity is bound to no repository, or what the URL names isn't in it. */
export const NotFoundState = ({ message }: { message: string }) => (
  <Alert
    status="warning"
    icon
    title={message}
    description={`A page needs an entity with the annotation ${GITOPS_ML_PATH_ANNOTATION} that was read from the repository it stands for; another repository needs an allow rule in the configuration. The doctor below says which link of the chain is missing.`}
  />
);
