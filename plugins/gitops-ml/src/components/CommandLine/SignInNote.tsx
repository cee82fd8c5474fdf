import { Text } from '@backstage/ui';

/** What to do with the capitals in a command; nothing where no setting is asked for. */
export const SignInNote = (props: { asksFor: string[] }) =>
  props.asksFor.length === 0 ? null : (
    <Text as="p" color="secondary">
      {`The remote wants to know who asks, even to read. Put your own in place of ${props.asksFor
        .map(setting => setting.toUpperCase())
        .join(' and ')}; they stay on your machine.`}
    </Text>
  );
