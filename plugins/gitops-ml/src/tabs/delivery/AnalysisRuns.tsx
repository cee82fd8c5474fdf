import { Text } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Disclosure } from '../../components/Disclosure/Disclosure';
import {
  describeAnalysis,
  isOpenAtFirst,
} from '../../view-model/live/describeAnalysis';
import { AnalysisMetric } from './AnalysisMetric';

/** Analyses, each metric by metric. */
export const AnalysisRuns = (props: {
  runs: DeliveryView['analyses'];
  /** The versions that they judge. */
  revisions: DeliveryView['revisions'];
  /** Of versions that are not delivered any more: none opens by itself. */
  areOver?: boolean;
}) => (
  <>
    {props.runs.map((run, index) => (
      <Disclosure
        key={run.name}
        {...describeAnalysis(run, props.revisions)}
        isOpenAtFirst={!props.areOver && isOpenAtFirst(run, index)}
      >
        {run.message && <Text as="p">{run.message}</Text>}
        {run.metrics.length === 0 && (
          <Text as="p" color="secondary">
            Not begun: there is no measurement yet.
          </Text>
        )}
        {run.metrics.map(metric => (
          <AnalysisMetric key={metric.name} run={run} metric={metric} />
        ))}
      </Disclosure>
    ))}
  </>
);
