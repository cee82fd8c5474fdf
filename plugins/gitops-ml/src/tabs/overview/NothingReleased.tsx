import { Alert, Link } from '@backstage/ui';
import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { useEntityHref } from '../../hooks/useEntityHref';
import { useEntityRef } from '../../hooks/useEntityRef';

/** The next step on day zero: Git and Argo CD are well, and nothing runs anywhere. */
export const NothingReleased = (props: { environments: EnvironmentView[] }) => {
  const { text } = useEntityRef();
  const hrefOf = useEntityHref();
  if (props.environments.some(({ running }) => running.status !== 'none')) {
    return null;
  }
  return (
    <Alert
      role="note"
      status="info"
      icon
      title="Nothing was released yet"
      description={
        <>
          The environments are set up and wait. A workload appears in each with
          the first commit that brings a trained model:{' '}
          <Link variant="body-small" href={hrefOf(text, 'ml-models')}>
            Model versions has the commands
          </Link>
          .
        </>
      }
    />
  );
};
