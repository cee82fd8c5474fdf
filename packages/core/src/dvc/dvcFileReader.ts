import { createFileReader } from '../reading/createFileReader';
import { isDvcFile } from './dvcPaths';
import { readDvcFile } from './readDvcFile';

export const dvcFileReader = createFileReader({
  id: 'dvc-file',
  version: 2,
  isEntry: isDvcFile,
  read: readDvcFile,
});
