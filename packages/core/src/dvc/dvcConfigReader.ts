import { createFileReader } from '../reading/createFileReader';
import { isDvcConfig } from './dvcPaths';
import { readDvcConfig } from './readDvcConfig';

export const dvcConfigReader = createFileReader({
  id: 'dvc-config',
  version: 1,
  isEntry: isDvcConfig,
  read: readDvcConfig,
});
