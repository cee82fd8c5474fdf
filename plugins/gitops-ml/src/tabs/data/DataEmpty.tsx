import { DataResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { SignInNote } from '../../components/CommandLine/SignInNote';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { initCommands, trackCommands } from '../../view-model/dataCommands';
import { describePlace } from '../../view-model/describePlace';
import { findRemote } from '../../view-model/findRemote';

const DOCS = {
  label: 'How DVC tracks data',
  href: 'https://dvc.org/doc/command-reference/add',
};

/** No data is tracked: with DVC set up, or not at all. */
export const DataEmpty = ({ value }: { value: DataResponse }) => {
  const place = describePlace(value);
  const remote = findRemote(value, undefined);
  return value.dvc ? (
    <EmptyState
      title="DVC is set up, and tracks no data yet"
      lookedFor={`We looked for *.dvc files, dvc.yaml and dvc.lock in ${place}.`}
      appearsWhen="A row appears for each file or folder that is tracked, once its pointer is pushed. In a clone, with your data’s path in place of PATH:"
      commands={trackCommands(remote)}
      docs={DOCS}
    >
      <SignInNote asksFor={remote?.asksFor ?? []} />
    </EmptyState>
  ) : (
    <EmptyState
      title="No DVC here"
      lookedFor={`We looked for .dvc/config, *.dvc files and dvc.yaml in ${place}.`}
      appearsWhen="Data versions appear once the repository tracks data with DVC. In a clone, with your data’s path in place of PATH and your storage’s address in place of URL:"
      commands={[
        ...initCommands(value.repository.path),
        ...trackCommands(undefined),
      ]}
      docs={DOCS}
    />
  );
};
