import { DataResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { SignInNote } from '../../components/CommandLine/SignInNote';
import { NextStep } from '../../components/NextStep/NextStep';
import { countNoun } from '../../view-model/countNoun';
import { reproCommands, signInCommands } from '../../view-model/dataCommands';
import { describeDataVersion } from '../../view-model/describeDataVersion';
import { findRemote } from '../../view-model/findRemote';

/** Stages that never ran, and how to run them. Nothing once all have. */
export const FirstRun = ({ value }: { value: DataResponse }) => {
  const unmade = value.outputs
    .filter(
      output =>
        output.stage !== undefined &&
        describeDataVersion(output).kind === 'none',
    )
    .sort((a, b) => a.declaredIn.line - b.declaredIn.line);
  if (unmade.length === 0) return null;
  const stages = [...new Set(unmade.map(({ stage }) => stage))];
  const remote = findRemote(value, undefined);
  return (
    <NextStep
      title={`${countNoun(stages.length, 'stage')} never ran: ${stages.join(
        ', ',
      )}`}
      why={`${countNoun(
        unmade.length,
        'output',
      )} will have a version when they have run and the lock is pushed. In a clone:`}
      commands={[
        ...signInCommands(remote),
        ...reproCommands(unmade),
        'git add . && git commit -m "Run the pipeline"',
        'dvc push && git push',
      ]}
    >
      <SignInNote asksFor={remote?.asksFor ?? []} />
    </NextStep>
  );
};
