import { DataOutputView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeDataVersion } from '../../view-model/describeDataVersion';
import { Absent } from '../Absent/Absent';
import { PushedWord } from '../PushedWord/PushedWord';

/** Whether the remote has an output; `—` while there is nothing to have. */
export const DataRemote = ({ output }: { output: DataOutputView }) => {
  const version = describeDataVersion(output);
  return version.kind === 'none' ? (
    <Absent what={version.why} />
  ) : (
    <PushedWord pushed={output.pushed} />
  );
};
