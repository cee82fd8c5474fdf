import { DvcOutput } from '../facts/dvc';
import { DataVersion } from './DataVersion';

/** The row of an output by itself. */
export function toDataVersion(out: DvcOutput): DataVersion {
  const { path, kind, hash, size, files, declaredIn, remote } = out;
  const { push, cache, external, description, role } = out;
  return {
    path,
    kind,
    hash,
    unreadable: false,
    size,
    files,
    declaredIn,
    stage: undefined,
    remote,
    push,
    cache,
    external,
    imported: undefined,
    description,
    role,
  };
}
