import { Alert } from '@backstage/ui';
import { Envelope } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeSourceTrouble } from '../../view-model/describeSource';

/** Says that the repository itself is not well; the rest of the page stays. */
export const SourceBanner = ({ source }: { source: Envelope['source'] }) => {
  const trouble = describeSourceTrouble(source);
  if (!trouble) return null;
  return (
    <Alert
      role="status"
      status={trouble.status === 'failed' ? 'danger' : 'warning'}
      icon
      title={trouble.title}
      description={trouble.detail}
    />
  );
};
