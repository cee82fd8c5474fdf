import { Alert } from '@backstage/ui';
import {
  describeLiveTrouble,
  NamedObservation,
} from '../../view-model/live/describeLiveSource';

/** Says that a live source is not well; the rest of the page stays. */
export const LiveBanner = ({ source }: { source: NamedObservation }) => {
  const trouble = describeLiveTrouble(source);
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
