import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { CommitText } from '../../components/CommitText/CommitText';
import { DataFiles } from '../../components/DataVersionPart/DataFiles';
import { DataHash } from '../../components/DataVersionPart/DataHash';
import { DataRemote } from '../../components/DataVersionPart/DataRemote';
import { DataSize } from '../../components/DataVersionPart/DataSize';
import { Delta } from '../../components/Delta/Delta';
import { NameList } from '../../components/NameList/NameList';
import { TwoLines } from '../../components/TwoLines/TwoLines';
import { Unknown } from '../../components/Unknown/Unknown';
import { DataRow } from '../../view-model/collectDataRows';
import { describeDataKind } from '../../view-model/describeDataKind';
import { describeOrigin } from '../../view-model/describeOrigin';
import { NOT_IN_HISTORY } from '../../view-model/notInHistory';

type Column = ColumnConfig<DataRow>;

const pathColumn = (hrefOf: (row: DataRow) => string): Column => ({
  id: 'path',
  label: 'Path',
  isRowHeader: true,
  isSortable: true,
  defaultWidth: '3fr',
  minWidth: 220,
  cell: row => (
    <CellText
      title={row.output.path}
      description={describeDataKind(row.output)}
      href={hrefOf(row)}
    />
  ),
});

const versionColumn: Column = {
  id: 'version',
  label: 'Version',
  width: 144,
  cell: ({ output }) => (
    <Cell>
      <DataHash output={output} />
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
        <DataSize output={output} />
      </TwoLines>
    </Cell>
  ),
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
        <DataFiles output={row.output} />
      </TwoLines>
    </Cell>
  ),
};

const changedColumn: Column = {
  id: 'changed',
  label: 'Changed in',
  isSortable: true,
  defaultWidth: '1.6fr',
  minWidth: 166,
  cell: ({ output }) => (
    <Cell>
      {output.changedIn ? (
        <CommitText commit={output.changedIn} compact />
      ) : (
        <Unknown
          why={
            output.unreadable
              ? 'Not known as long as the version is not.'
              : NOT_IN_HISTORY
          }
        />
      )}
    </Cell>
  ),
};

const originColumn: Column = {
  id: 'origin',
  label: 'Origin',
  isSortable: true,
  defaultWidth: '1.2fr',
  minWidth: 124,
  cell: ({ output }) => {
    const { title, detail } = describeOrigin(output);
    return <CellText title={title} description={detail} />;
  },
};

const remoteColumn = (hasSeveral: boolean): Column => ({
  id: 'remote',
  label: 'Remote',
  width: 130,
  cell: ({ output }) => (
    <Cell>
      <TwoLines below={hasSeveral && output.remote}>
        <DataRemote output={output} />
      </TwoLines>
    </Cell>
  ),
});

const usedByColumn: Column = {
  id: 'usedBy',
  label: 'Read by',
  defaultWidth: '1fr',
  minWidth: 100,
  cell: ({ output }) => (
    <Cell>
      <NameList names={output.usedBy} none="No stage reads it." />
    </Cell>
  ),
};

/** The columns of the table of outputs; files are counted where there is a directory. */
export function dataColumns(
  hrefOf: (row: DataRow) => string,
  has: { directories: boolean; severalRemotes: boolean },
): Column[] {
  return [
    pathColumn(hrefOf),
    versionColumn,
    sizeColumn,
    ...(has.directories ? [filesColumn] : []),
    changedColumn,
    originColumn,
    remoteColumn(has.severalRemotes),
    usedByColumn,
  ];
}
