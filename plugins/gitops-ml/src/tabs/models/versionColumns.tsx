import { Cell, ColumnConfig, Link } from '@backstage/ui';
import { Absent } from '../../components/Absent/Absent';
import { Bytes } from '../../components/Bytes/Bytes';
import { Chip } from '../../components/Chip/Chip';
import { HashText } from '../../components/HashText/HashText';
import { Hint } from '../../components/Hint/Hint';
import { PushedWord } from '../../components/PushedWord/PushedWord';
import { RelativeTime } from '../../components/RelativeTime/RelativeTime';
import { TwoLines } from '../../components/TwoLines/TwoLines';
import { Unknown } from '../../components/Unknown/Unknown';
import { ModelVersionRow } from '../../view-model/collectModelRows';
import { describeInputs } from '../../view-model/describeInputs';
import { MetricChoice } from '../../view-model/modelMetrics';
import {
  describeCommitOid,
  describeDataHash,
} from '../../view-model/shortHash';
import { MetricCell } from './MetricCell';

type Column = ColumnConfig<ModelVersionRow>;

const NO_STAGE = 'No lock at this commit says which stage made the artifact.';

const versionColumn = (hrefOf: (row: ModelVersionRow) => string): Column => ({
  id: 'version',
  label: 'Version',
  isRowHeader: true,
  isSortable: true,
  defaultWidth: '1.6fr',
  minWidth: 170,
  cell: row => (
    <Cell>
      <TwoLines below={row.version.message}>
        <Link href={hrefOf(row)}>{row.version.version}</Link>
        {row.isLatest && <Chip>latest</Chip>}
        {row.version.stages.map(stage => (
          <Chip key={stage} strong>
            {stage}
          </Chip>
        ))}
        {!row.version.active && <Chip>deregistered</Chip>}
      </TwoLines>
    </Cell>
  ),
});

const registeredColumn: Column = {
  id: 'registered',
  label: 'Registered',
  isSortable: true,
  defaultWidth: '1.2fr',
  minWidth: 130,
  cell: ({ version }) => (
    <Cell>
      <TwoLines below={version.author}>
        {version.registeredAt ? (
          <RelativeTime time={version.registeredAt} />
        ) : (
          <Absent what={`Known from a ${version.source}, not from a tag.`} />
        )}
      </TwoLines>
    </Cell>
  ),
};

const commitColumn: Column = {
  id: 'commit',
  label: 'Commit',
  width: 150,
  cell: ({ version }) => (
    <Cell>
      <HashText
        hash={describeCommitOid(version.commit.oid)}
        href={version.commit.url}
      />
    </Cell>
  ),
};

const metricColumn = (choice: MetricChoice, index: number): Column => ({
  id: `metric${index}`,
  label: choice.name,
  isSortable: true,
  defaultWidth: '1fr',
  minWidth: 100,
  cell: ({ metrics, version }) => (
    <Cell>
      <MetricCell reading={metrics[index]} inRemote={version.metricsInRemote} />
    </Cell>
  ),
});

const ParamsCell = ({ changedParams, version }: ModelVersionRow) => {
  if (!version.provenance) return <Absent what={NO_STAGE} />;
  if (!changedParams) {
    return <Unknown why="The version before has no recorded parameters." />;
  }
  if (changedParams.length === 0) return <>0</>;
  return (
    <Hint text={String(changedParams.length)} hint={changedParams.join(', ')} />
  );
};

const paramsColumn: Column = {
  id: 'params',
  label: 'Params changed',
  width: 130,
  cell: row => (
    <Cell>
      <ParamsCell {...row} />
    </Cell>
  ),
};

const inputsColumn: Column = {
  id: 'inputs',
  label: 'Inputs changed',
  width: 130,
  cell: ({ version, inputs }) => {
    const { text, hint } = describeInputs(inputs);
    return (
      <Cell>
        {version.provenance ? (
          <Hint text={text} hint={hint} />
        ) : (
          <Absent what={NO_STAGE} />
        )}
      </Cell>
    );
  },
};

const FileCell = ({ version }: ModelVersionRow) => {
  const { artifact } = version;
  if (!artifact) return <Absent what="The version names no artifact." />;
  return (
    <TwoLines below={<PushedWord pushed={artifact.pushed} />}>
      {artifact.hash ? (
        <HashText hash={describeDataHash(artifact.hash)} />
      ) : (
        <Unknown why="The commit records no hash of the artifact." />
      )}
      <Bytes bytes={artifact.size} why="No size is recorded." />
    </TwoLines>
  );
};

const fileColumn: Column = {
  id: 'size',
  label: 'File',
  isSortable: true,
  defaultWidth: '1.6fr',
  minWidth: 220,
  cell: row => (
    <Cell>
      <FileCell {...row} />
    </Cell>
  ),
};

/** The columns of the table of versions. */
export function versionColumns(
  hrefOf: (row: ModelVersionRow) => string,
  choices: readonly MetricChoice[],
): Column[] {
  return [
    versionColumn(hrefOf),
    registeredColumn,
    commitColumn,
    ...choices.map(metricColumn),
    paramsColumn,
    inputsColumn,
    fileColumn,
  ];
}
