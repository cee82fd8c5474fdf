import { Text } from '@backstage/ui';
import { FeastProjectView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { countNoun } from '../../view-model/countNoun';
import { describeProject } from '../../view-model/describeProject';

/** Projects of which the table has no row, by name. */
export const EmptyProjects = (props: { projects: FeastProjectView[] }) => {
  const empty = props.projects.filter(
    ({ featureViews }) => featureViews.length === 0,
  );
  return empty.length === 0 ? null : (
    <Text as="p" color="secondary">
      {`${countNoun(
        empty.length,
        'project',
      )} without a feature view that can be read: ${empty
        .map(describeProject)
        .join(', ')}.`}
    </Text>
  );
};
