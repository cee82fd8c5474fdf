import { Text } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Disclosure } from '../../components/Disclosure/Disclosure';
import { countNoun } from '../../view-model/countNoun';
import { splitAnalyses } from '../../view-model/live/describeAnalysis';
import { AnalysisRuns } from './AnalysisRuns';
import styles from './delivery.module.css';

/** How the candidate is judged, run by run; how those before it were, on demand. */
export const AnalysisList = ({ delivery }: { delivery: DeliveryView }) => {
  const { own, earlier } = splitAnalyses(delivery);
  const isAwaited =
    own.length === 0 &&
    delivery.phase !== 'Healthy' &&
    delivery.steps.some(({ kind }) => kind === 'analysis');
  if (own.length + earlier.length === 0 && !isAwaited) return null;
  return (
    <div className={styles.analyses}>
      {isAwaited && (
        <Text as="p" color="secondary">
          No analysis has begun yet.
        </Text>
      )}
      <AnalysisRuns runs={own} revisions={delivery.revisions} />
      {earlier.length > 0 && (
        <Disclosure
          title="Earlier versions"
          subtitle={countNoun(earlier.length, 'analysis', 'analyses')}
        >
          <AnalysisRuns runs={earlier} revisions={delivery.revisions} areOver />
        </Disclosure>
      )}
    </div>
  );
};
