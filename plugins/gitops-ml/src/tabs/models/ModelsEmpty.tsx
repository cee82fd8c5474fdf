import { ModelsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { useEntityRef } from '../../hooks/useEntityRef';
import { describePlace } from '../../view-model/describePlace';
import { proposeModelName } from '../../view-model/proposeModelName';

/** The repository names no model. */
export const ModelsEmpty = ({ value }: { value: ModelsResponse }) => {
  const { ref } = useEntityRef();
  return (
    <EmptyState
      title="No model here"
      lookedFor={`We looked for Git tags of the form <model>@<version>, artifacts in dvc.yaml and descriptors models/*.yaml in ${describePlace(
        value,
      )}.`}
      appearsWhen="A model appears with its descriptor or its first registered version. To register what the checked-out commit holds:"
      commands={[
        `gto register ${proposeModelName(ref.name)} --version v0.1.0`,
        'git push --follow-tags',
      ]}
      docs={{
        label: 'How GTO registers models with Git tags',
        href: 'https://dvc.org/doc/gto',
      }}
    />
  );
};
