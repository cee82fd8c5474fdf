import { Text } from '@backstage/ui';
import {
  FeastProjectView,
  FeatureViewView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Hint } from '../../components/Hint/Hint';
import { collectConsumers } from '../../view-model/collectConsumers';
import { countNoun } from '../../view-model/countNoun';
import { PlainTable } from '../../components/PlainTable/PlainTable';

/** The feature services that read a view: who breaks when it does. */
export const FeatureConsumers = (props: {
  project: FeastProjectView;
  view: FeatureViewView;
}) => {
  const { project, view } = props;
  const consumers = collectConsumers(project, view);
  if (consumers.length === 0) {
    return (
      <Text as="p" color="secondary">
        No feature service of the project uses this view.
      </Text>
    );
  }
  return (
    <PlainTable
      label={`Consumers of ${view.name}`}
      columns={['Feature service', 'Takes', 'Known there as']}
    >
      {consumers.map(({ service, alias, features, all }, row) => (
        <tr key={`${row} ${service}`}>
          <th scope="row">{service}</th>
          <td>
            {all ? (
              'all features'
            ) : (
              <Hint
                text={`${features.length} of ${countNoun(
                  view.features.length,
                  'feature',
                )}`}
                hint={features.join(', ')}
              />
            )}
          </td>
          <td>{alias ?? view.name}</td>
        </tr>
      ))}
    </PlainTable>
  );
};
