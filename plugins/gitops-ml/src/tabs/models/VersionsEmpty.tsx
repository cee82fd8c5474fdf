import {
  ModelsResponse,
  ModelView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { SignInNote } from '../../components/CommandLine/SignInNote';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { describePlace } from '../../view-model/describePlace';
import { reproCommands, signInCommands } from '../../view-model/dataCommands';
import { describeDataVersion } from '../../view-model/describeDataVersion';
import { findRemote } from '../../view-model/findRemote';
import { quoteShell } from '../../view-model/quoteShell';

const DOCS = {
  label: 'How GTO registers models with Git tags',
  href: 'https://dvc.org/doc/gto',
};

/** A model that is declared and has no version yet. */
export const VersionsEmpty = (props: {
  model: ModelView;
  value: ModelsResponse;
}) => {
  const { name, artifact } = props.model;
  const register = [
    `gto register ${quoteShell(name)} --version v0.1.0`,
    'git push --follow-tags',
  ];
  if (artifact && describeDataVersion(artifact).kind === 'none') {
    const remote = findRemote(props.value, undefined);
    return (
      <EmptyState
        title={`${name} was not made yet`}
        lookedFor={`We looked for a version of ${
          artifact.path
        } and for Git tags ${name}@v… in ${describePlace(props.value)}.`}
        appearsWhen="A version appears with the tag that registers it, once the model is there. In a clone:"
        commands={[
          ...signInCommands(remote),
          ...(artifact.stage === undefined ? [] : reproCommands([artifact])),
          'git add . && git commit -m "Make the first model"',
          'dvc push && git push',
          ...register,
        ]}
        docs={DOCS}
      >
        <SignInNote asksFor={remote?.asksFor ?? []} />
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={`${name} has no version yet`}
      lookedFor={`We looked for Git tags ${name}@v… in ${describePlace(
        props.value,
      )}.`}
      appearsWhen="A version appears with the tag that registers it."
      commands={register}
      docs={DOCS}
    />
  );
};
