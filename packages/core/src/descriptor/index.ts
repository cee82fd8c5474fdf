import { fileNameOf } from '../reading/safePath';
import { createFileReader } from '../reading/createFileReader';
import { Reader } from '../reading/Reader';
import { readGitopsMlFile } from './readGitopsMlFile';
import { readModelDescriptor } from './readModelDescriptor';

/**
 * The readers of our own files: `models/*.yaml` and `gitops-ml.yaml`.
 * @public
 */
export const DESCRIPTOR_READERS: Reader[] = [
  createFileReader({
    id: 'model-descriptor',
    version: 2,
    isEntry: path => /(?:^|\/)models\/(?:.+\/)?[^/]+\.ya?ml$/.test(path),
    passesOver: true,
    read: readModelDescriptor,
  }),
  createFileReader({
    id: 'gitops-ml-file',
    version: 2,
    isEntry: path => fileNameOf(path) === 'gitops-ml.yaml',
    read: readGitopsMlFile,
  }),
];

export * from './createJsonSchemas';
