import { Alert, Button } from '@backstage/ui';
import { describeViewError } from '../../view-model/describeViewError';

/** The newest request failed, and what is shown is the answer before it. */
export const RefreshErrorBanner = (props: {
  error: Error;
  onRetry: () => void;
}) => (
  <Alert
    role="status"
    status="warning"
    icon
    title="The last refresh failed; what you see is older"
    description={describeViewError(props.error).message}
    customActions={
      <Button size="small" variant="secondary" onPress={props.onRetry}>
        Try again
      </Button>
    }
  />
);
