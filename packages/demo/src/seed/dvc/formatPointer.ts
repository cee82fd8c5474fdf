import { basename } from 'node:path/posix';
import { ContentHash } from './hashes';

/** A `.dvc` file as `dvc add` of DVC 3 writes it. */
export const formatPointer = (path: string, { md5, size }: ContentHash) =>
  `outs:\n- md5: ${md5}\n  size: ${size}\n  hash: md5\n  path: ${basename(
    path,
  )}\n`;
