import { Text } from '@backstage/ui';
import { Silence } from '../../view-model/live/describeAnswer';

const MARKS: Record<Silence['kind'], { mark: string; name: string }> = {
  none: { mark: '—', name: 'None' },
  unknown: { mark: '?', name: 'Unknown' },
};

/** An answer that says nothing of any part: one sentence instead of five marks. */
export const SilenceText = ({ kind, why }: Silence) => {
  const { mark, name } = MARKS[kind];
  return (
    <Text as="span" variant="body-small" color="secondary">
      <span role="img" aria-label={name}>
        {mark}
      </span>{' '}
      {why}
    </Text>
  );
};
