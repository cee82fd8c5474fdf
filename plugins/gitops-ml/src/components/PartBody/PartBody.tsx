import { ReactNode } from 'react';
import { Skeleton } from '@backstage/ui';
import { Envelope } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { EntityView } from '../../hooks/useEntityView';
import { describeViewError } from '../../view-model/describeViewError';
import { IndexBanner } from '../Banners/IndexBanner';
import { RefreshErrorBanner } from '../Banners/RefreshErrorBanner';
import { FailedState } from '../ViewFrame/FailedState';

/** A part of a page that has a request of its own, in each of its states. */
export function PartBody<T extends Envelope>(props: {
  view: EntityView<T>;
  children: (value: T) => ReactNode;
}) {
  const { value, error, reload } = props.view;
  if (!value && error) {
    return (
      <FailedState
        message={describeViewError(error).message}
        onRetry={reload}
      />
    );
  }
  if (!value) return <Skeleton width="100%" height={160} />;
  return (
    <>
      {error && <RefreshErrorBanner error={error} onRetry={reload} />}
      <IndexBanner index={value.index} />
      {props.children(value)}
    </>
  );
}
