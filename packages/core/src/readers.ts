import { DESCRIPTOR_READERS } from './descriptor';
import { DVC_READERS } from './dvc';
import { ENVIRONMENT_READERS } from './environments';
import { FEAST_READERS } from './feast';
import { GTO_READERS } from './gto';
import { Reader } from './reading/Reader';

/** Every reader of this package, in the order in which `doctor` lists them. @public */
export const READERS: readonly Reader[] = [
  ...DVC_READERS,
  ...GTO_READERS,
  ...FEAST_READERS,
  ...DESCRIPTOR_READERS,
  ...ENVIRONMENT_READERS,
];
