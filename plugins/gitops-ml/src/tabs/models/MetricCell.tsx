import { Absent } from '../../components/Absent/Absent';
import { Hint } from '../../components/Hint/Hint';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { TwoLines } from '../../components/TwoLines/TwoLines';
import { Unknown } from '../../components/Unknown/Unknown';
import { describeLimits } from '../../view-model/describeLimits';
import { formatMetric } from '../../view-model/formatMetric';
import { MetricReading } from '../../view-model/modelMetrics';
import { MetricDelta } from './MetricDelta';

/** A metric of a version with its difference to the version before. */
export const MetricCell = (props: {
  reading: MetricReading;
  inRemote: string[];
}) => {
  const { choice, value, withinLimits } = props.reading;
  if (value === undefined) {
    return props.inRemote.includes(choice.file) ? (
      <Unknown why={`${choice.file} is in the DVC remote, not in Git.`} />
    ) : (
      <Absent what={`${choice.file} has no ${choice.name} at this commit.`} />
    );
  }
  return (
    <TwoLines below={<MetricDelta reading={props.reading} />} wraps>
      <Hint text={formatMetric(value)} hint={String(value)} quiet />
      {withinLimits === false && (
        <StatusWord
          status="degraded"
          word="limit"
          reason={`Limit missed: ${describeLimits(props.reading)}`}
        />
      )}
    </TwoLines>
  );
};
