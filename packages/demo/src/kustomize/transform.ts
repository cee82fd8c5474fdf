import { Folder } from './loading/Folder';
import { Kustomization } from './loading/kustomizationSchema';
import { Accumulator } from './model/Accumulator';
import { applyPatches } from './patches/applyPatches';
import { replaceFields } from './replacements/replaceFields';
import { addAffixes } from './transformers/addAffixes';
import { addAnnotations, addLabels } from './transformers/addTexts';
import { setImages } from './transformers/setImages';
import { setNamespace } from './transformers/setNamespace';
import { setReplicas } from './transformers/setReplicas';

/** Runs the transformers of a kustomization in kustomize's order (configureBuiltinTransformers). */
export async function transform(
  accumulator: Accumulator,
  kustomization: Kustomization,
  folder: Folder,
  path: string,
): Promise<void> {
  await applyPatches(accumulator, kustomization.patches, folder, path);
  setNamespace(accumulator, kustomization.namespace);
  addAffixes(accumulator, kustomization);
  addLabels(accumulator, kustomization.labels);
  addAnnotations(accumulator, kustomization.commonAnnotations);
  setReplicas(accumulator, kustomization.replicas);
  setImages(accumulator, kustomization.images);
  replaceFields(accumulator, kustomization.replacements);
}
