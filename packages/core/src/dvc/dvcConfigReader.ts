import { createFileReader } from '../reading/createFileReader';
import { isDvcConfig } from './dvcPaths';
import { readDvcConfig } from './readDvcConfig';

export const dvcConfigReader = createFileReader({
  id: 'dvc-config',
  version: 2,
  isEntry: isDvcConfig,
  read: readDvcConfig,
});
