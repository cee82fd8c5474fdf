import {
  ModelsResponse,
  ModelView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { describePlace } from '../../view-model/describePlace';
import { quoteShell } from '../../view-model/quoteShell';

/** A model that is declared and has no version yet. */
export const VersionsEmpty = (props: {
  model: ModelView;
  value: ModelsResponse;
}) => {
  const { name } = props.model;
  return (
    <EmptyState
      title={`${name} has no version yet`}
      lookedFor={`We looked for Git tags ${name}@v… in ${describePlace(
        props.value,
      )}.`}
      appearsWhen="A version appears with the tag that registers it."
      commands={[
        `gto register ${quoteShell(name)} --version v0.1.0`,
        'git push --follow-tags',
      ]}
      docs={{
        label: 'How GTO registers models with Git tags',
        href: 'https://dvc.org/doc/gto',
      }}
    />
  );
};
