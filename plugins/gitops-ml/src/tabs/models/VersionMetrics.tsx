import { Text } from '@backstage/ui';
import {
  ModelVersionView,
  ModelView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeLimits } from '../../view-model/describeLimits';
import {
  compareMetric,
  describeMetric,
  listMetrics,
} from '../../view-model/modelMetrics';
import { PlainTable } from '../../components/PlainTable/PlainTable';
import { MetricCell } from './MetricCell';

/** All metrics of a version beside their limits. */
export const VersionMetrics = (props: {
  model: ModelView;
  version: ModelVersionView;
  previous: ModelVersionView | undefined;
}) => {
  const { model, version, previous } = props;
  const readings = listMetrics(model).map(choice =>
    compareMetric(version, previous, choice),
  );
  if (readings.length === 0) {
    return (
      <Text as="p" color="secondary">
        {version.metricsInRemote.length > 0
          ? `The values of ${version.metricsInRemote.join(
              ', ',
            )} are in the DVC remote, not in Git.`
          : 'No metrics file is recorded at this commit.'}
      </Text>
    );
  }
  return (
    <PlainTable
      label="Metrics"
      columns={[
        'Metric',
        previous ? `Value, against ${previous.version}` : 'Value',
        'Limits',
      ]}
    >
      {readings.map(reading => (
        <tr key={`${reading.choice.file} ${reading.choice.name}`}>
          <th scope="row" title={reading.choice.file}>
            {describeMetric(reading.choice)}
          </th>
          <td>
            <MetricCell reading={reading} inRemote={version.metricsInRemote} />
          </td>
          <td>{describeLimits(reading)}</td>
        </tr>
      ))}
    </PlainTable>
  );
};
