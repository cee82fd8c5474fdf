import { JsonObject } from '@gitops-ml/core';
import { KustomizeError } from '../KustomizeError';
import { Folder } from '../loading/Folder';
import { Patch } from '../loading/kustomizationSchema';
import { parseManifests } from '../loading/parseManifests';
import { parseYaml } from '../loading/parseYaml';
import { Accumulator } from '../model/Accumulator';
import { checkSize } from '../model/checkSize';
import { Resource } from '../model/Resource';
import { formatId } from '../model/ResourceId';
import { applyJsonPatch, parseOperations } from './applyJsonPatch';
import { findMergeSchema } from './mergeSchema';
import { mergeStrategically } from './mergeStrategically';
import { selectResources } from './selectResources';

/** The text of a patch, and how kustomize names it. */
interface PatchSource {
  text: string;
  path: string;
  shown: string;
}

/** `patches:` (PatchTransformer). Throws `KustomizeError`. */
export async function applyPatches(
  accumulator: Accumulator,
  patches: Patch[],
  folder: Folder,
  path: string,
): Promise<void> {
  for (const patch of patches) {
    const source = await readSource(patch, folder, path);
    const trimmed = source.text.trimStart();
    if (trimmed.startsWith('[') || /^(#[^\n]*\n|---\n|\s)*- /.test(trimmed)) {
      patchJson(accumulator, patch, source);
    } else {
      patchStrategically(accumulator, patch, source);
    }
    accumulator.resources = accumulator.resources.filter(
      ({ object }) => Object.keys(object).length > 0,
    );
  }
}

async function readSource(
  { patch, path: file }: Patch,
  folder: Folder,
  path: string,
): Promise<PatchSource> {
  const text = patch.trim();
  if (text === '' && file === '') {
    throw new KustomizeError(
      'must specify one of patch and path',
      path,
      'patches',
    );
  }
  if (text !== '' && file !== '') {
    throw new KustomizeError(
      "patch and path can't be set at the same time",
      path,
      'patches',
    );
  }
  if (text !== '') {
    return { text, path, shown: `[patch: ${JSON.stringify(text)}]` };
  }
  try {
    return { ...(await folder.load(file)), shown: `[path: "${file}"]` };
  } catch (error) {
    throw error instanceof KustomizeError
      ? error.within(`failed to get the patch file from path(${file})`)
      : error;
  }
}

function patchJson(
  { resources }: Accumulator,
  { target }: Patch,
  { text, path, shown }: PatchSource,
): void {
  const [document = null] = parseYaml(text, 'json', path);
  const operations = parseOperations(document, shown);
  if (!target) {
    throw new KustomizeError(
      `must specify a target for JSON patch ${shown}`,
      path,
      'patches',
    );
  }
  for (const resource of selectResources(resources, target)) {
    applyJsonPatch(resource, operations);
    checkSize(resource);
  }
}

function patchStrategically(
  accumulator: Accumulator,
  { target }: Patch,
  { text, path, shown }: PatchSource,
): void {
  const patches = parsePatches(text, path, shown);
  if (!target) {
    for (const patch of patches) {
      mergeInto(findTarget(accumulator, new Resource(patch, path)), patch);
    }
    return;
  }
  if (patches.length > 1) {
    throw new KustomizeError(
      `Multiple Strategic-Merge Patches in one \`patches\` entry is not allowed to set \`patches.target\` field: ${shown}`,
      path,
      'patches',
    );
  }
  const patch = new Resource(patches[0], path);
  // On this way, kustomize makes texts of them: a null takes nothing away.
  patch.setTexts('labels', patch.labels());
  patch.setTexts('annotations', patch.annotations());
  for (const resource of selectResources(accumulator.resources, target)) {
    mergeInto(resource, patch.object);
  }
}

function parsePatches(text: string, path: string, shown: string): JsonObject[] {
  try {
    const patches = parseManifests(text, path);
    if (patches.length > 0) return patches;
  } catch (error) {
    if (!(error instanceof KustomizeError)) throw error;
    throw new KustomizeError(
      `unable to parse SM or JSON patch from ${shown}: ${error.message}`,
      path,
      error.field,
    );
  }
  throw new KustomizeError(
    `unable to parse SM or JSON patch from ${shown}`,
    path,
  );
}

function findTarget({ resources }: Accumulator, patch: Resource): Resource {
  const id = patch.originalId;
  const matches = resources.filter(each => each.hasId(id));
  if (matches.length === 1) return matches[0];
  const shown = formatId(id);
  throw new KustomizeError(
    `no resource matches strategic merge patch "${shown}": ${
      matches.length > 1 ? 'multiple' : 'no'
    } matches for Id ${shown}; failed to find unique target for patch ${shown}`,
    patch.path,
  );
}

// A patch changes neither kind nor name nor namespace.
function mergeInto(resource: Resource, patch: JsonObject): void {
  const { kind, metadata } = resource.object;
  const { name, namespace } = resource;
  const schema = findMergeSchema(resource.object);
  const merged = mergeStrategically(
    resource.object,
    structuredClone({ ...patch, apiVersion: resource.object.apiVersion }),
    schema,
  );
  if (merged === undefined || metadata === undefined) {
    resource.object = {};
    return;
  }
  resource.object.kind = kind;
  resource.metadata.name = name;
  if (namespace) resource.metadata.namespace = namespace;
  else delete resource.metadata.namespace;
  checkSize(resource);
}
