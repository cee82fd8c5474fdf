import { Link } from '@backstage/ui';
import {
  DataOutputView,
  DataResponse,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Absent } from '../../components/Absent/Absent';
import { Bytes } from '../../components/Bytes/Bytes';
import { CommitText } from '../../components/CommitText/CommitText';
import { Fact, FactList } from '../../components/FactList/FactList';
import { HashText } from '../../components/HashText/HashText';
import { PushedWord } from '../../components/PushedWord/PushedWord';
import { SpotLink } from '../../components/SpotLink/SpotLink';
import { describeOrigin } from '../../view-model/describeOrigin';
import { describeDataHash } from '../../view-model/shortHash';

const ImportAddress = ({ url }: { url: string | undefined }) => {
  if (url === undefined) return <Absent what="No address" />;
  return /^https?:/.test(url) ? <Link href={url}>{url}</Link> : <>{url}</>;
};

function importFacts({ imported }: DataOutputView): Fact[] {
  if (!imported) return [];
  const { url, path, rev, revLock } = imported;
  return [
    { name: 'Imported from', value: <ImportAddress url={url} /> },
    ...(path ? [{ name: 'Imported path', value: path }] : []),
    ...(rev ? [{ name: 'Follows', value: rev }] : []),
    ...(revLock ? [{ name: 'Locked at', value: <code>{revLock}</code> }] : []),
  ];
}

function sizeFacts(output: DataOutputView): Fact[] {
  const { size, files, kind } = output;
  return [
    {
      name: 'Size',
      value: <Bytes bytes={size} why="No size is recorded with the version." />,
    },
    ...(kind === 'directory'
      ? [{ name: 'Files', value: files ?? '? (contents unknown)' }]
      : []),
  ];
}

/** What is known of an output at this revision. */
export const DataFacts = (props: {
  output: DataOutputView;
  remotes: DataResponse['remotes'];
}) => {
  const { output } = props;
  const origin = describeOrigin(output);
  const remote = props.remotes.find(({ name }) => name === output.remote);
  return (
    <FactList
      facts={[
        ...(output.description
          ? [{ name: 'Description', value: output.description }]
          : []),
        { name: 'Kind', value: output.kind },
        {
          name: 'Version',
          value: output.hash ? (
            <HashText hash={describeDataHash(output.hash)} />
          ) : (
            <Absent what="No version is recorded." />
          ),
        },
        ...sizeFacts(output),
        ...(output.changedIn
          ? [
              {
                name: 'Changed in',
                value: <CommitText commit={output.changedIn} />,
              },
            ]
          : []),
        { name: 'Comes from', value: `${origin.title} (${origin.detail})` },
        ...importFacts(output),
        { name: 'Declared in', value: <SpotLink {...output.declaredIn} /> },
        { name: 'Remote', value: <PushedWord pushed={output.pushed} /> },
        ...(output.remote
          ? [
              {
                name: 'Remote’s name',
                value: [output.remote, remote?.url].filter(Boolean).join(' · '),
              },
            ]
          : []),
      ]}
    />
  );
};
