import { createFileReader } from '../reading/createFileReader';
import { isNamed } from './dvcPaths';
import { readDvcLock } from './readDvcLock';
import { readStageDirectories } from './readStageDirectories';

const isLock = isNamed('dvc.lock');
const isYaml = isNamed('dvc.yaml');

/** Asks for the `dvc.yaml` beside the lock: it knows what the paths are relative to. */
export const dvcLockReader = createFileReader({
  id: 'dvc-lock',
  version: 2,
  isEntry: isLock,
  watches: path => isLock(path) || isYaml(path),
  read: (entry, bytes, limits, tree) => {
    const dvcYaml = entry.replace(/lock$/, 'yaml');
    const file = tree.get(dvcYaml);
    if (!file) return tree.needs() ?? { needs: [] };
    const directoryOf = readStageDirectories(dvcYaml, file, limits);
    return readDvcLock(entry, bytes, limits, directoryOf);
  },
});
