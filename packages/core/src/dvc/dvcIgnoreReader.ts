import { createFileReader } from '../reading/createFileReader';
import { isNamed } from './dvcPaths';
import { readDvcIgnore } from './readDvcIgnore';

export const dvcIgnoreReader = createFileReader({
  id: 'dvc-ignore',
  version: 2,
  isEntry: isNamed('.dvcignore'),
  read: readDvcIgnore,
});
