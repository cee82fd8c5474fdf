import { Text } from '@backstage/ui';

/** What is wrong with a field, below it. */
export const FieldErrors = ({ errors }: { errors: string[] | undefined }) =>
  errors && errors.length > 0 ? (
    <div role="alert">
      {[...new Set(errors)].map(error => (
        <Text key={error} as="p" variant="body-small" color="danger">
          {error}
        </Text>
      ))}
    </div>
  ) : null;
