import { Text } from '@backstage/ui';
import { ModelView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeMissingMetrics } from '../../view-model/describeMissingMetrics';

/** Why there is no metric to show; nothing where there is one. */
export const MetricsMissing = ({ model }: { model: ModelView }) => {
  const why = describeMissingMetrics(model);
  return why === undefined ? null : (
    <Text as="p" color="secondary">
      {why}
    </Text>
  );
};
