import { Text } from '@backstage/ui';
import { Envelope } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeCommitOid } from '../../view-model/shortHash';
import { HashText } from '../HashText/HashText';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { StatusWord } from '../StatusWord/StatusWord';
import { NamedObservation } from '../../view-model/live/describeLiveSource';
import { LiveSourcePart } from './LiveSourcePart';
import styles from './SourceLine.module.css';

/** Where a page's values come from and how old they are. */
export const SourceLine = (props: {
  envelope: Envelope;
  /** What else the page shows values of. */
  live?: NamedObservation[];
}) => {
  const { envelope, live = [] } = props;
  const { revision, repository, index, source } = envelope;
  const place = repository.path ? ` / ${repository.path}` : '';
  return (
    <footer className={styles.root} aria-label="Source">
      <Text as="span" variant="body-small" color="secondary">
        Git{' '}
        <a className={styles.link} href={repository.webUrl ?? repository.url}>
          {repository.url}
        </a>
        {place}
      </Text>
      {revision && (
        <span className={styles.part}>
          <Text as="span" variant="body-small" color="secondary">
            {revision.ref} @
          </Text>
          <HashText
            hash={describeCommitOid(revision.oid)}
            href={revision.url}
          />
        </span>
      )}
      {index.indexedAt && (
        <Text as="span" variant="body-small" color="secondary">
          indexed <RelativeTime time={index.indexedAt} />
        </Text>
      )}
      {source.status !== 'ok' && (
        <span className={styles.part}>
          <StatusWord
            status="stale"
            word={`${source.status}, values stale`}
            reason={source.message}
          />
          <Text as="span" variant="body-small" color="secondary">
            since <RelativeTime time={source.since} />
          </Text>
        </span>
      )}
      {live.map((one, at) => (
        <LiveSourcePart key={at} source={one} />
      ))}
    </footer>
  );
};
