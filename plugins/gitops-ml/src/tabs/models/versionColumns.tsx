import { Cell, Column, ColumnConfig, Link } from '@backstage/ui';
import { Absent } from '../../components/Absent/Absent';
import { Bytes } from '../../components/Bytes/Bytes';
import { Chip } from '../../components/Chip/Chip';
import { HashText } from '../../components/HashText/HashText';
import { Hint } from '../../components/Hint/Hint';
import { PushedWord } from '../../components/PushedWord/PushedWord';
import { RelativeTime } from '../../components/RelativeTime/RelativeTime';
import { TwoLines } from '../../components/TwoLines/TwoLines';
import { Unknown } from '../../components/Unknown/Unknown';
import { countNoun } from '../../view-model/countNoun';
import { ModelVersionRow } from '../../view-model/collectModelRows';
import { describeInputs } from '../../view-model/describeInputs';
import { describeTagMessage } from '../../view-model/describeTagMessage';
import { describeMetric, MetricChoice } from '../../view-model/modelMetrics';
import {
  describeCommitOid,
  describeDataHash,
} from '../../view-model/shortHash';
import { MetricCell } from './MetricCell';
import styles from './models.module.css';

type VersionColumn = ColumnConfig<ModelVersionRow>;

const NO_STAGE = 'No lock at this commit says which stage made the artifact.';

const versionColumn = (
  hrefOf: (row: ModelVersionRow) => string,
): VersionColumn => ({
  id: 'version',
  label: 'Version',
  isRowHeader: true,
  isSortable: true,
  defaultWidth: '1.4fr',
  minWidth: 144,
  cell: row => (
    <Cell>
      <TwoLines below={describeTagMessage(row.version)}>
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

const registeredColumn: VersionColumn = {
  id: 'registered',
  label: 'Registered',
  isSortable: true,
  defaultWidth: '1.4fr',
  minWidth: 158,
  cell: ({ version }) => (
    <Cell>
      <TwoLines
        wraps
        below={
          <>
            {version.author && `${version.author} · `}
            {version.registeredAt ? (
              <RelativeTime
                time={version.registeredAt}
                note={version.tag && `tag ${version.tag}`}
              />
            ) : (
              `from a ${version.source}, not a tag`
            )}
          </>
        }
      >
        <HashText
          hash={describeCommitOid(version.commit.oid)}
          href={version.commit.url}
        />
      </TwoLines>
    </Cell>
  ),
};

const metricColumn = (choice: MetricChoice, index: number): VersionColumn => ({
  id: `metric${index}`,
  label: describeMetric(choice),
  isSortable: true,
  defaultWidth: '1.1fr',
  minWidth: 112,
  header: () => (
    <Column
      id={`metric${index}`}
      allowsSorting
      defaultWidth="1.1fr"
      minWidth={112}
    >
      <span
        className={styles.metricName}
        title={`${choice.name} in ${choice.file}`}
      >
        {choice.name}
        {choice.qualifier && (
          <span className={styles.metricFile}>{choice.qualifier}</span>
        )}
      </span>
    </Column>
  ),
  cell: ({ metrics, version }) => (
    <Cell>
      <MetricCell reading={metrics[index]} inRemote={version.metricsInRemote} />
    </Cell>
  ),
});

const TrainedOn = ({ version }: ModelVersionRow) => {
  const { provenance, featureViews } = version;
  const data = provenance?.inputs.filter(({ tracked }) => tracked) ?? [];
  const [first, ...rest] = data;
  return (
    <TwoLines
      below={
        featureViews && (
          <Hint
            text={countNoun(featureViews.length, 'feature view')}
            hint={featureViews.join(', ')}
          />
        )
      }
    >
      {first?.hash && (
        <HashText hash={describeDataHash(first.hash, first.path)} />
      )}
      {first && !first.hash && (
        <Unknown why={`The lock records no hash of ${first.path}.`} />
      )}
      {!first && (
        <Absent what={provenance ? 'The stage reads no data.' : NO_STAGE} />
      )}
      {rest.length > 0 && (
        <Hint
          text={`+${rest.length}`}
          hint={rest.map(({ path }) => path).join(', ')}
        />
      )}
    </TwoLines>
  );
};

const trainedOnColumn: VersionColumn = {
  id: 'trainedOn',
  label: 'Trained on',
  defaultWidth: '1.2fr',
  minWidth: 144,
  cell: row => (
    <Cell>
      <TrainedOn {...row} />
    </Cell>
  ),
};

const ParamsChange = ({ changedParams }: ModelVersionRow) => {
  if (!changedParams) {
    return (
      <Hint
        text="? parameters"
        hint="The version before has no recorded parameters."
      />
    );
  }
  const text = countNoun(changedParams.length, 'parameter');
  return changedParams.length === 0 ? (
    <>{text}</>
  ) : (
    <Hint text={text} hint={changedParams.join(', ')} />
  );
};

const Changes = (row: ModelVersionRow) => {
  if (!row.version.provenance) return <Absent what={NO_STAGE} />;
  if (row.isFirst) {
    return <Absent what="The first version: there is none to compare with." />;
  }
  return (
    <TwoLines below={<Hint {...describeInputs(row.inputs)} />}>
      <ParamsChange {...row} />
    </TwoLines>
  );
};

const changesColumn: VersionColumn = {
  id: 'changes',
  label: 'Changes',
  defaultWidth: '1fr',
  minWidth: 112,
  cell: row => (
    <Cell>
      <Changes {...row} />
    </Cell>
  ),
};

const FileCell = ({ version }: ModelVersionRow) => {
  const { artifact } = version;
  if (!artifact) return <Absent what="The version names no artifact." />;
  return (
    <TwoLines
      wraps
      below={
        <span className={styles.line}>
          <PushedWord pushed={artifact.pushed} />
          <Bytes bytes={artifact.size} why="No size is recorded." />
        </span>
      }
    >
      {artifact.hash ? (
        <HashText hash={describeDataHash(artifact.hash)} />
      ) : (
        <Unknown why="The commit records no hash of the artifact." />
      )}
    </TwoLines>
  );
};

const fileColumn: VersionColumn = {
  id: 'size',
  label: 'File',
  isSortable: true,
  defaultWidth: '1.4fr',
  minWidth: 186,
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
): VersionColumn[] {
  return [
    versionColumn(hrefOf),
    registeredColumn,
    ...choices.map(metricColumn),
    trainedOnColumn,
    changesColumn,
    fileColumn,
  ];
}
