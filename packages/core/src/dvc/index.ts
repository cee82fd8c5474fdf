import { Reader } from '../reading/Reader';
import { dvcConfigReader } from './dvcConfigReader';
import { dvcFileReader } from './dvcFileReader';
import { dvcIgnoreReader } from './dvcIgnoreReader';
import { dvcLockReader } from './dvcLockReader';
import { dvcYamlReader } from './dvcYamlReader';

/**
 * The readers of `*.dvc`, `dvc.lock`, `dvc.yaml`, `.dvc/config` and `.dvcignore`.
 * @public
 */
export const DVC_READERS: Reader[] = [
  dvcFileReader,
  dvcLockReader,
  dvcYamlReader,
  dvcConfigReader,
  dvcIgnoreReader,
];
