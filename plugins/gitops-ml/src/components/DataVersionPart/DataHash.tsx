import { DataOutputView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeDataHash } from '../../view-model/shortHash';
import { HashText } from '../HashText/HashText';
import { DataVersionPart } from './DataVersionPart';

/** An output's version, by its hash. */
export const DataHash = ({ output }: { output: DataOutputView }) => (
  <DataVersionPart output={output}>
    {output.hash && <HashText hash={describeDataHash(output.hash)} />}
  </DataVersionPart>
);
