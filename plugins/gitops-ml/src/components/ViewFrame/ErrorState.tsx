import { useViewState } from '../../hooks/useViewState';
import { describeViewError } from '../../view-model/describeViewError';
import { FailedState } from './FailedState';
import { ForbiddenState } from './ForbiddenState';
import { NotFoundState } from './NotFoundState';
import { RevisionNotFoundState } from './RevisionNotFoundState';

/** What stands in place of a page that has nothing to show. */
export const ErrorState = (props: { error: Error; onRetry: () => void }) => {
  const state = useViewState();
  const revision = state.get('revision');
  const { kind, message } = describeViewError(props.error);
  if (kind === 'forbidden') return <ForbiddenState />;
  if (kind === 'failed') {
    return <FailedState message={message} onRetry={props.onRetry} />;
  }
  if (revision) {
    return (
      <RevisionNotFoundState
        revision={revision}
        message={message}
        onDefault={() => state.set({ revision: undefined })}
      />
    );
  }
  return <NotFoundState message={message} />;
};
