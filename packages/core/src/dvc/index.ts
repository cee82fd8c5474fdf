import { Reader } from '../reading/Reader';
import { dvcConfigReader } from './dvcConfigReader';
import { dvcFileReader } from './dvcFileReader';
import { dvcIgnoreReader } from './dvcIgnoreReader';
import { dvcLockReader } from './dvcLockReader';
import { dvcYamlReader } from './dvcYamlReader';

/** @public */
export const DVC_READERS: Reader[] = [
  dvcFileReader,
  dvcLockReader,
  dvcYamlReader,
  dvcConfigReader,
  dvcIgnoreReader,
];
