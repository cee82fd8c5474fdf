import { ApplicationView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { CommitText } from '../../components/CommitText/CommitText';
import { Fact } from '../../components/FactList/FactList';
import { RelativeTime } from '../../components/RelativeTime/RelativeTime';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { Unknown } from '../../components/Unknown/Unknown';
import { describePhase } from '../../view-model/live/describePhase';
import styles from './delivery.module.css';

const Operation = (props: {
  operation: NonNullable<ApplicationView['operation']>;
}) => {
  const { phase, message, startedAt, finishedAt } = props.operation;
  const at = finishedAt ?? startedAt;
  return (
    <span className={styles.line}>
      <StatusWord {...describePhase(phase)} />
      {message && <span>{message}</span>}
      {at && <RelativeTime time={at} />}
    </span>
  );
};

const Word = (props: { word: string | undefined; reason?: string }) =>
  props.word === undefined ? (
    <Unknown why="Argo CD has not said it." />
  ) : (
    <StatusWord {...describePhase(props.word, props.reason)} />
  );

/** What is known of an application. */
export function applicationFacts(application: ApplicationView): Fact[] {
  const { sync, health, healthMessage, revision, operation } = application;
  const { targetRevision, url } = application;
  return [
    { name: 'Sync', value: <Word word={sync} /> },
    { name: 'Health', value: <Word word={health} reason={healthMessage} /> },
    ...(targetRevision ? [{ name: 'Follows', value: targetRevision }] : []),
    {
      name: 'Synced commit',
      value: revision ? (
        <CommitText commit={revision} />
      ) : (
        <Unknown why="No sync of it has succeeded, as far as Argo CD remembers." />
      ),
    },
    ...(operation
      ? [{ name: 'Last operation', value: <Operation operation={operation} /> }]
      : []),
    ...(url
      ? [
          {
            name: 'In Argo CD',
            value: (
              <a className={styles.link} href={url}>
                {application.name}
              </a>
            ),
          },
        ]
      : []),
  ];
}
