import { Text } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Disclosure } from '../../components/Disclosure/Disclosure';
import {
  describeAnalysis,
  isOpenAtFirst,
  sortAnalyses,
} from '../../view-model/live/describeAnalysis';
import { AnalysisMetric } from './AnalysisMetric';
import styles from './delivery.module.css';

/** How the candidate is judged: every run, metric by metric. */
export const AnalysisList = ({ delivery }: { delivery: DeliveryView }) => {
  const { analyses } = delivery;
  if (analyses.length === 0) {
    const isPlanned = delivery.steps.some(({ kind }) => kind === 'analysis');
    return isPlanned && delivery.phase !== 'Healthy' ? (
      <Text as="p" color="secondary">
        No analysis has begun yet.
      </Text>
    ) : null;
  }
  return (
    <div className={styles.analyses}>
      {sortAnalyses(analyses).map((run, index) => (
        <Disclosure
          key={run.name}
          {...describeAnalysis(run, delivery.revisions)}
          isOpenAtFirst={isOpenAtFirst(run, index)}
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
    </div>
  );
};
