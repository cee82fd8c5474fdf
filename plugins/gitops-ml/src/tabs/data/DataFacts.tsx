import { Link } from '@backstage/ui';
import {
  DataOutputView,
  DataResponse,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Absent } from '../../components/Absent/Absent';
import { CommitText } from '../../components/CommitText/CommitText';
import { DataFiles } from '../../components/DataVersionPart/DataFiles';
import { DataHash } from '../../components/DataVersionPart/DataHash';
import { DataRemote } from '../../components/DataVersionPart/DataRemote';
import { DataSize } from '../../components/DataVersionPart/DataSize';
import { Fact, FactList } from '../../components/FactList/FactList';
import { SpotLink } from '../../components/SpotLink/SpotLink';
import { describeDataKind } from '../../view-model/describeDataKind';
import { describeOrigin } from '../../view-model/describeOrigin';

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
  return [
    { name: 'Size', value: <DataSize output={output} /> },
    ...(output.kind === 'directory'
      ? [{ name: 'Files', value: <DataFiles output={output} /> }]
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
        { name: 'Kind', value: describeDataKind(output) },
        {
          name: 'Version',
          value: <DataHash output={output} />,
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
        { name: 'Remote', value: <DataRemote output={output} /> },
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
