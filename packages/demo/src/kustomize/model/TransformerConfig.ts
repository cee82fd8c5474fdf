import { FieldSpec, mergeFieldSpecs } from './FieldSpec';
import { Gvk, isSameGvk } from './Gvk';

/** The fields that hold the name of a resource of this kind. */
export interface NameReference extends Gvk {
  fieldSpecs: FieldSpec[];
}

export const fieldSpecLists = [
  'namePrefix',
  'nameSuffix',
  'namespace',
  'commonLabels',
  'labels',
  'templateLabels',
  'commonAnnotations',
  'images',
  'replicas',
] as const;

/** Which fields each transformer changes: `configurations` adds to the built-in ones. */
export type TransformerConfig = Record<
  (typeof fieldSpecLists)[number],
  FieldSpec[]
> & { nameReference: NameReference[] };

/** Throws `KustomizeError` where two do not agree on whether to create a field. */
export function mergeConfigs(
  one: TransformerConfig,
  other: TransformerConfig,
): TransformerConfig {
  const merged = { ...one };
  for (const list of fieldSpecLists) {
    merged[list] = mergeFieldSpecs(one[list], other[list]);
  }
  merged.nameReference = [...one.nameReference];
  for (const reference of other.nameReference) {
    const index = merged.nameReference.findIndex(each =>
      isSameGvk(each, reference),
    );
    if (index < 0) merged.nameReference.push(reference);
    else
      merged.nameReference[index] = mergeReferences(
        merged.nameReference[index],
        reference,
      );
  }
  return merged;
}

function mergeReferences(
  one: NameReference,
  other: NameReference,
): NameReference {
  return {
    ...one,
    fieldSpecs: mergeFieldSpecs(one.fieldSpecs, other.fieldSpecs),
  };
}
