import { KustomizeError } from '../KustomizeError';
import { Gvk, isSelected } from './Gvk';

/** A field of resources of some kind that a transformer changes. */
export interface FieldSpec extends Gvk {
  /** With slashes; `\/` is a slash in a name, `[]` behind a name hints at a list. */
  path: string;
  /** Make the field where it is not there. */
  create: boolean;
}

/** Adds those that are not there yet (types.FsSlice.MergeAll). */
export function mergeFieldSpecs(
  specs: readonly FieldSpec[],
  incoming: readonly FieldSpec[],
): FieldSpec[] {
  const merged = [...specs];
  for (const spec of incoming) {
    const known = merged.find(
      each => each.path === spec.path && isSelected(each, spec),
    );
    if (!known) merged.push(spec);
    else if (known.create !== spec.create) {
      throw new KustomizeError('conflicting fieldspecs', undefined, spec.path);
    }
  }
  return merged;
}
