import { DataOutputView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Bytes } from '../Bytes/Bytes';
import { DataVersionPart } from './DataVersionPart';

/** An output's size. */
export const DataSize = ({ output }: { output: DataOutputView }) => {
  const size = (
    <Bytes bytes={output.size} why="No size is recorded with the version." />
  );
  return output.size === undefined ? (
    <DataVersionPart output={output}>{size}</DataVersionPart>
  ) : (
    size
  );
};
