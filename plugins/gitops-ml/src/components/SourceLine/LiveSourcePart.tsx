import { Text } from '@backstage/ui';
import { NamedObservation } from '../../view-model/live/describeLiveSource';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { StatusWord } from '../StatusWord/StatusWord';
import styles from './SourceLine.module.css';

/** A live source and how old what it said is. */
export const LiveSourcePart = ({ source }: { source: NamedObservation }) => {
  const { name, observation } = source;
  const { status, since, observedAt, message } = observation;
  return (
    <span className={styles.part}>
      <Text as="span" variant="body-small" color="secondary">
        {name}
      </Text>
      {status === 'ok' ? (
        observedAt && (
          <Text as="span" variant="body-small" color="secondary">
            observed <RelativeTime time={observedAt} />
          </Text>
        )
      ) : (
        <>
          <StatusWord status="stale" word={status} reason={message} />
          <Text as="span" variant="body-small" color="secondary">
            since <RelativeTime time={since} />
          </Text>
        </>
      )}
    </span>
  );
};
