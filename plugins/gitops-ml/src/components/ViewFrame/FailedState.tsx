import { Alert, Button } from '@backstage/ui';

/** The back end did not answer, or not as agreed. */
export const FailedState = (props: {
  message: string;
  onRetry: () => void;
}) => (
  <Alert
    status="danger"
    icon
    title="The page could not be loaded"
    description={props.message}
    customActions={
      <Button size="small" variant="secondary" onPress={props.onRetry}>
        Try again
      </Button>
    }
  />
);
