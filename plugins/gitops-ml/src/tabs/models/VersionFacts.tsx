import { ModelVersionView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Absent } from '../../components/Absent/Absent';
import { Bytes } from '../../components/Bytes/Bytes';
import { Chip } from '../../components/Chip/Chip';
import { CommitText } from '../../components/CommitText/CommitText';
import { Fact, FactList } from '../../components/FactList/FactList';
import { HashText } from '../../components/HashText/HashText';
import { PushedWord } from '../../components/PushedWord/PushedWord';
import { RelativeTime } from '../../components/RelativeTime/RelativeTime';
import { Unknown } from '../../components/Unknown/Unknown';
import { describeTagMessage } from '../../view-model/describeTagMessage';
import { describeDataHash } from '../../view-model/shortHash';
import styles from './models.module.css';

function artifactFacts({ artifact }: ModelVersionView): Fact[] {
  if (!artifact) {
    return [
      { name: 'File', value: <Absent what="The version names no artifact." /> },
    ];
  }
  return [
    {
      name: 'File',
      value: <span className={styles.mono}>{artifact.path}</span>,
    },
    {
      name: 'Content',
      value: artifact.hash ? (
        <HashText hash={describeDataHash(artifact.hash)} />
      ) : (
        <Unknown why="The commit records no hash of the artifact." />
      ),
    },
    {
      name: 'Size',
      value: <Bytes bytes={artifact.size} why="No size is recorded." />,
    },
    { name: 'Remote', value: <PushedWord pushed={artifact.pushed} /> },
  ];
}

function stageFacts({ provenance }: ModelVersionView): Fact[] {
  if (!provenance) {
    return [
      {
        name: 'Made by',
        value: (
          <Absent what="No lock at this commit says which stage made the artifact." />
        ),
      },
    ];
  }
  return [
    {
      name: 'Made by',
      value: `stage ${provenance.stage} of ${provenance.declaredIn}`,
    },
    ...(provenance.command
      ? [
          {
            name: 'Command',
            value: <span className={styles.mono}>{provenance.command}</span>,
          },
        ]
      : []),
  ];
}

function registrationFacts(version: ModelVersionView): Fact[] {
  const { tag, registeredAt, author } = version;
  const message = describeTagMessage(version);
  return [
    ...(tag
      ? [{ name: 'Tag', value: <span className={styles.mono}>{tag}</span> }]
      : [{ name: 'Known from', value: version.source }]),
    ...(registeredAt
      ? [
          {
            name: 'Registered',
            value: (
              <>
                <RelativeTime time={registeredAt} />
                {author && ` by ${author}`}
              </>
            ),
          },
        ]
      : []),
    ...(message ? [{ name: 'Message', value: message }] : []),
  ];
}

/** Where a version comes from, and what it is. */
export const VersionFacts = ({ version }: { version: ModelVersionView }) => (
  <FactList
    facts={[
      ...(version.stages.length > 0
        ? [
            {
              name: 'Stages',
              value: (
                <span className={styles.chips}>
                  {version.stages.map(stage => (
                    <Chip key={stage} strong>
                      {stage}
                    </Chip>
                  ))}
                </span>
              ),
            },
          ]
        : []),
      ...registrationFacts(version),
      { name: 'Commit', value: <CommitText commit={version.commit} /> },
      ...artifactFacts(version),
      ...stageFacts(version),
    ]}
  />
);
