import { ModelView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Absent } from '../../components/Absent/Absent';
import { StatRow } from '../../components/StatRow/StatRow';
import { formatCount } from '../../view-model/formatBytes';
import { StageChips } from './StageChips';

/** A model at a glance. */
export const ModelStats = ({ model }: { model: ModelView }) => (
  <StatRow
    stats={[
      {
        name: [model.type ?? 'model', ...model.labels].join(', '),
        value: model.name,
      },
      {
        name: 'latest',
        value: model.latest ?? <Absent what="No version is registered." />,
      },
      { name: 'versions', value: formatCount(model.versions.length) },
      {
        name: 'stages',
        value: <StageChips assignments={Object.values(model.stages)} />,
      },
      ...(model.featureService
        ? [{ name: 'feature service', value: model.featureService }]
        : []),
    ]}
  />
);
