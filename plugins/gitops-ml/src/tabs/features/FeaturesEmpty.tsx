import { FeaturesResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { quoteShell } from '../../view-model/quoteShell';
import { describePlace } from '../../view-model/describePlace';

const DOCS = {
  label: 'How Feast defines feature views',
  href: 'https://docs.feast.dev/getting-started/concepts/feature-view',
};

/** No feature view: with a Feast project, or without any. */
export const FeaturesEmpty = ({ value }: { value: FeaturesResponse }) => {
  const place = describePlace(value);
  const [project] = value.projects;
  return project ? (
    <EmptyState
      title={`The Feast project ${project.name} defines no feature view yet`}
      lookedFor={`We looked for FeatureView and its kin in the Python files below ${
        project.path || 'the root'
      } of ${place}. Definitions are read, never run.`}
      appearsWhen="A row appears for each feature view that is written with literals."
      commands={[
        `git add ${quoteShell(
          project.path || '.',
        )} && git commit -m "Define features" && git push`,
      ]}
      docs={DOCS}
    />
  ) : (
    <EmptyState
      title="No Feast project here"
      lookedFor={`We looked for feature_store.yaml in ${place}.`}
      appearsWhen="Feature views appear once the repository holds a feature_store.yaml with definitions beside it."
      commands={[
        'feast init features',
        'git add features && git commit -m "Add a feature store" && git push',
      ]}
      docs={DOCS}
    />
  );
};
