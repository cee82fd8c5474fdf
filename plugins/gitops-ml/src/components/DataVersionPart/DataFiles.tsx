import { DataOutputView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { formatCount } from '../../view-model/formatBytes';
import { Absent } from '../Absent/Absent';
import { Unknown } from '../Unknown/Unknown';
import { DataVersionPart } from './DataVersionPart';

/** How many files a directory holds. */
export const DataFiles = ({ output }: { output: DataOutputView }) => {
  if (output.kind !== 'directory') return <Absent what="Not a directory" />;
  if (output.files !== undefined) return <>{formatCount(output.files)}</>;
  return (
    <DataVersionPart output={output}>
      <Unknown why="Contents unknown, version known: the listing of the directory is in the DVC remote, not in Git." />
    </DataVersionPart>
  );
};
