import { createHash } from 'node:crypto';
import { Reader, ReadLimits } from '@gitops-ml/core';

/** Changes when a reader comes, goes or rises in version, or a limit changes. */
export function digestReaders(
  readers: readonly Pick<Reader, 'id' | 'version'>[],
  limits: ReadLimits,
): string {
  const names = readers.map(({ id, version }) => `${id}@${version}`).sort();
  return createHash('sha256')
    .update(JSON.stringify([names, limits]))
    .digest('hex');
}
