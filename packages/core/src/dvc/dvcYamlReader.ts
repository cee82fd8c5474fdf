import { createFileReader } from '../reading/createFileReader';
import { isDvcConfig, isDvcFile, isNamed } from './dvcPaths';
import { valuesFormatOf } from './parseValues';
import { readDvcYaml } from './readDvcYaml';

const isLock = isNamed('dvc.lock');

/** Metrics and params files have any name, so every file of their formats is watched. */
export const dvcYamlReader = createFileReader({
  id: 'dvc-yaml',
  version: 2,
  isEntry: isNamed('dvc.yaml'),
  watches: path =>
    valuesFormatOf(path) !== undefined ||
    isDvcFile(path) ||
    isDvcConfig(path) ||
    isLock(path),
  read: (entry, bytes, limits, tree) => readDvcYaml(entry, bytes, tree, limits),
});
