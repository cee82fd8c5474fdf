import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { Absent } from '../../components/Absent/Absent';
import { Bytes } from '../../components/Bytes/Bytes';
import { CommitText } from '../../components/CommitText/CommitText';
import { Delta } from '../../components/Delta/Delta';
import { HashText } from '../../components/HashText/HashText';
import { NameList } from '../../components/NameList/NameList';
import { PushedWord } from '../../components/PushedWord/PushedWord';
import { TwoLines } from '../../components/TwoLines/TwoLines';
import { Unknown } from '../../components/Unknown/Unknown';
import { DataRow } from '../../view-model/collectDataRows';
import { describeOrigin } from '../../view-model/describeOrigin';
import { formatCount } from '../../view-model/formatBytes';
import { describeDataHash } from '../../view-model/shortHash';

type Column = ColumnConfig<DataRow>;

const NO_VERSION =
  'No version is recorded: the stage that writes it has no entry in a lock (run `dvc repro`).';

function describeKind({ output }: DataRow): string {
  return output.role === 'data'
    ? output.kind
    : `${output.kind}, ${output.role}`;
}

const pathColumn = (hrefOf: (row: DataRow) => string): Column => ({
  id: 'path',
  label: 'Path',
  isRowHeader: true,
  isSortable: true,
  defaultWidth: '2.6fr',
  minWidth: 200,
  cell: row => (
    <CellText
      title={row.output.path}
      description={describeKind(row)}
      href={hrefOf(row)}
    />
  ),
});

const versionColumn: Column = {
  id: 'version',
  label: 'Version',
  width: 150,
  cell: ({ output }) => (
    <Cell>
      {output.hash ? (
        <HashText hash={describeDataHash(output.hash)} />
      ) : (
        <Absent what={NO_VERSION} />
      )}
    </Cell>
  ),
};

const sizeColumn: Column = {
  id: 'size',
  label: 'Size',
  isSortable: true,
  width: 104,
  cell: ({ output, sizeDelta }) => (
    <Cell>
      <TwoLines below={<Delta bytes={sizeDelta} />}>
        <Bytes
          bytes={output.size}
          why="No size is recorded with the version."
        />
      </TwoLines>
    </Cell>
  ),
};

const FileCount = ({ output }: DataRow) => {
  if (output.kind !== 'directory') return <Absent what="Not a directory" />;
  if (output.files === undefined) {
    return <Unknown why="Contents unknown, version known." />;
  }
  return <>{formatCount(output.files)}</>;
};

function describeFilesDelta({ filesDelta }: DataRow): string | undefined {
  if (!filesDelta) return undefined;
  return filesDelta > 0 ? `+${filesDelta}` : `−${-filesDelta}`;
}

const filesColumn: Column = {
  id: 'files',
  label: 'Files',
  isSortable: true,
  width: 86,
  cell: row => (
    <Cell>
      <TwoLines below={describeFilesDelta(row)}>
        <FileCount {...row} />
      </TwoLines>
    </Cell>
  ),
};

const changedColumn: Column = {
  id: 'changed',
  label: 'Changed in',
  isSortable: true,
  defaultWidth: '1.6fr',
  minWidth: 170,
  cell: ({ output }) => (
    <Cell>
      {output.changedIn ? (
        <CommitText commit={output.changedIn} compact />
      ) : (
        <Unknown why="The history was not read that far yet." />
      )}
    </Cell>
  ),
};

const originColumn: Column = {
  id: 'origin',
  label: 'Origin',
  isSortable: true,
  defaultWidth: '1.2fr',
  minWidth: 130,
  cell: ({ output }) => {
    const { title, detail } = describeOrigin(output);
    return <CellText title={title} description={detail} />;
  },
};

const remoteColumn: Column = {
  id: 'remote',
  label: 'Remote',
  width: 130,
  cell: ({ output }) => (
    <Cell>
      <PushedWord pushed={output.pushed} />
    </Cell>
  ),
};

const usedByColumn: Column = {
  id: 'usedBy',
  label: 'Read by',
  defaultWidth: '1fr',
  minWidth: 110,
  cell: ({ output }) => (
    <Cell>
      <NameList names={output.usedBy} none="No stage reads it." />
    </Cell>
  ),
};

/** The columns of the table of outputs. */
export function dataColumns(hrefOf: (row: DataRow) => string): Column[] {
  return [
    pathColumn(hrefOf),
    versionColumn,
    sizeColumn,
    filesColumn,
    changedColumn,
    originColumn,
    remoteColumn,
    usedByColumn,
  ];
}
