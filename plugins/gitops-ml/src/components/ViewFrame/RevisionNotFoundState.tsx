import { Alert, Button } from '@backstage/ui';

/** The revision of the URL can't be resolved, or what was asked isn't in it. */
export const RevisionNotFoundState = (props: {
  revision: string;
  message: string;
  onDefault: () => void;
}) => (
  <Alert
    status="warning"
    icon
    title={`Nothing could be shown at ${props.revision}`}
    description={props.message}
    customActions={
      <Button size="small" variant="secondary" onPress={props.onDefault}>
        Show the default branch
      </Button>
    }
  />
);
