import { createFileReader } from '../reading/createFileReader';
import { Reader } from '../reading/Reader';
import { readGtoIndex } from './readGtoIndex';

/**
 * The reader of GTO's `artifacts.yaml`; its tags are no files, see {@link resolveGto}.
 * @public
 */
export const GTO_READERS: Reader[] = [
  createFileReader({
    id: 'gto-index',
    version: 2,
    isEntry: path => path === 'artifacts.yaml',
    read: readGtoIndex,
  }),
];

export * from './compareVersions';
export * from './parseTagName';
export * from './resolveGto';
