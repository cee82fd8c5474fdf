import { Cell, ColumnConfig, Link } from '@backstage/ui';
import { BreakableName } from '../../components/BreakableName/BreakableName';
import { Chip } from '../../components/Chip/Chip';
import { CommitText } from '../../components/CommitText/CommitText';
import { Hint } from '../../components/Hint/Hint';
import { NameList } from '../../components/NameList/NameList';
import { SpotLink } from '../../components/SpotLink/SpotLink';
import { TwoLines } from '../../components/TwoLines/TwoLines';
import { Unknown } from '../../components/Unknown/Unknown';
import {
  describeViewKind,
  FeatureRow,
} from '../../view-model/collectFeatureRows';
import { describeTtl } from '../../view-model/describeTtl';
import { describeProject } from '../../view-model/describeProject';
import { formatCount } from '../../view-model/formatBytes';
import { NOT_IN_HISTORY } from '../../view-model/notInHistory';
import { LastChange } from './LastChange';

type Column = ColumnConfig<FeatureRow>;

const NOT_STATIC = 'Not written as a literal, so only running the code tells.';

const nameColumn = (
  hrefOf: (row: FeatureRow) => string,
  hasProjects: boolean,
): Column => ({
  id: 'name',
  label: 'Name',
  isRowHeader: true,
  isSortable: true,
  defaultWidth: '2fr',
  minWidth: 200,
  cell: row => (
    <Cell>
      <TwoLines
        wraps={hasProjects}
        below={
          hasProjects ? describeProject(row.project) : row.view.description
        }
      >
        <Link href={hrefOf(row)} title={row.view.name}>
          <BreakableName name={row.view.name} />
        </Link>
        <Chip>{describeViewKind(row.view.type)}</Chip>
      </TwoLines>
    </Cell>
  ),
});

const featuresColumn: Column = {
  id: 'features',
  label: 'Features',
  isSortable: true,
  width: 124,
  cell: ({ view }) => (
    <Cell>
      {view.unresolvedFields.includes('schema') ? (
        <Hint text={`≥ ${view.features.length}`} hint={NOT_STATIC} />
      ) : (
        formatCount(view.features.length)
      )}
    </Cell>
  ),
};

const entitiesColumn: Column = {
  id: 'entities',
  label: 'Entities',
  defaultWidth: '1fr',
  minWidth: 100,
  cell: ({ view }) => (
    <Cell>
      {view.unresolvedFields.includes('entities') ? (
        <Unknown why={NOT_STATIC} />
      ) : (
        <NameList names={view.entities} none="No entity." />
      )}
    </Cell>
  ),
};

const sourceColumn: Column = {
  id: 'source',
  label: 'Source',
  defaultWidth: '1.2fr',
  minWidth: 130,
  cell: ({ view }) => (
    <Cell>
      <NameList
        names={view.sources.map(({ name }) => name)}
        none="No source is named."
      />
    </Cell>
  ),
};

const ttlColumn: Column = {
  id: 'ttl',
  label: 'TTL',
  isSortable: true,
  width: 88,
  cell: ({ view }) => {
    const ttl = describeTtl(view.ttlSeconds);
    return (
      <Cell>
        {ttl ? <Hint {...ttl} quiet /> : <Unknown why={NOT_STATIC} />}
      </Cell>
    );
  },
};

const OnlineWord = ({ online }: { online: boolean | undefined }) => {
  if (online === undefined) return <Unknown why={NOT_STATIC} />;
  return <>{online ? 'yes' : 'no'}</>;
};

const onlineColumn: Column = {
  id: 'online',
  label: 'Online',
  width: 88,
  cell: ({ view }) => (
    <Cell>
      <OnlineWord online={view.online} />
    </Cell>
  ),
};

const usedByColumn: Column = {
  id: 'usedBy',
  label: 'Used by',
  isSortable: true,
  defaultWidth: '1.2fr',
  minWidth: 120,
  cell: ({ view }) => (
    <Cell>
      <NameList names={view.usedBy} none="No feature service uses it." />
    </Cell>
  ),
};

const ChangedIn = ({ view }: FeatureRow) =>
  view.changedIn && view.lastChange ? (
    <>
      <LastChange change={view.lastChange} />
      <CommitText commit={view.changedIn} compact />
    </>
  ) : (
    <Unknown why={NOT_IN_HISTORY} />
  );

const changedColumn: Column = {
  id: 'changed',
  label: 'Last change',
  isSortable: true,
  defaultWidth: '1.6fr',
  minWidth: 178,
  cell: row => (
    <Cell>
      <TwoLines below={<SpotLink {...row.view.definedIn} short />}>
        <ChangedIn {...row} />
      </TwoLines>
    </Cell>
  ),
};

/** The columns of the table of feature views. */
export function featureColumns(
  hrefOf: (row: FeatureRow) => string,
  hasProjects: boolean,
): Column[] {
  return [
    nameColumn(hrefOf, hasProjects),
    featuresColumn,
    entitiesColumn,
    sourceColumn,
    ttlColumn,
    onlineColumn,
    usedByColumn,
    changedColumn,
  ];
}
