import { KustomizeError } from '../KustomizeError';
import { limits } from '../limits';
import { Resource } from './Resource';
import { formatId } from './ResourceId';

/** A repository can let a resource grow by copying it into itself. Throws `KustomizeError`. */
export function checkSize({ object, id, path }: Resource): void {
  if (JSON.stringify(object).length <= limits.resourceBytes) return;
  throw new KustomizeError(`${formatId(id)} is too large for the demo`, path);
}
