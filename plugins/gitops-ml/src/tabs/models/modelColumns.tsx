import { Cell, ColumnConfig, Link } from '@backstage/ui';
import { Absent } from '../../components/Absent/Absent';
import { Chip } from '../../components/Chip/Chip';
import { MetricSpark } from '../../components/MetricSpark/MetricSpark';
import { TwoLines } from '../../components/TwoLines/TwoLines';
import { ModelSummary } from '../../view-model/collectModelSummaries';
import { formatCount } from '../../view-model/formatBytes';
import { formatMetric } from '../../view-model/formatMetric';
import { StageChips } from './StageChips';

type Column = ColumnConfig<ModelSummary>;

const MetricCell = ({ metric, values }: ModelSummary) => {
  const last = values[values.length - 1];
  if (!metric || last === undefined) {
    return <Absent what="No metric is recorded in Git." />;
  }
  return (
    <TwoLines below={metric.name}>
      {formatMetric(last)}
      <MetricSpark
        values={values}
        label={`${metric.name} over ${
          values.length
        } versions, last ${formatMetric(last)}`}
      />
    </TwoLines>
  );
};

/** The columns of the list of models. */
export function modelColumns(
  hrefOf: (summary: ModelSummary) => string,
  chosen: string | undefined,
): Column[] {
  return [
    {
      id: 'name',
      label: 'Model',
      defaultWidth: '2fr',
      minWidth: 220,
      isRowHeader: true,
      cell: summary => (
        <Cell>
          <TwoLines below={summary.model.description}>
            <Link href={hrefOf(summary)}>{summary.id}</Link>
            {summary.id === chosen && <Chip>shown</Chip>}
            {summary.model.deprecated && <Chip>deprecated</Chip>}
          </TwoLines>
        </Cell>
      ),
    },
    {
      id: 'latest',
      label: 'Latest',
      cell: ({ model }) => (
        <Cell>
          {model.latest ?? <Absent what="No version is registered." />}
        </Cell>
      ),
    },
    {
      id: 'stages',
      label: 'Stages',
      cell: ({ stages }) => (
        <Cell>
          <StageChips assignments={stages} />
        </Cell>
      ),
    },
    {
      id: 'metric',
      label: 'Main metric',
      cell: summary => (
        <Cell>
          <MetricCell {...summary} />
        </Cell>
      ),
    },
    {
      id: 'versions',
      label: 'Versions',
      width: 100,
      cell: ({ model }) => <Cell>{formatCount(model.versions.length)}</Cell>,
    },
  ];
}
