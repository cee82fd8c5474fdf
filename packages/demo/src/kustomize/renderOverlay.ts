import { JsonObject } from '@gitops-ml/core';
import { accumulate } from './accumulate';
import { hashName } from './generators/hashName';
import { KustomizeError } from './KustomizeError';
import { Folder } from './loading/Folder';
import { readKustomization } from './loading/readKustomization';
import { formatPath, SourceReader } from './loading/SourceReader';
import { Resource } from './model/Resource';
import { fixNameReferences } from './references/fixNameReferences';
import { SourceTree } from './SourceTree';

/** Why an overlay gives nothing. */
interface RenderError {
  /** The text of the ComparisonError that Argo CD would show. */
  message: string;
  /** The file that it is about, or the overlay where no file is known. */
  path: string;
  /** The field of that file, with dots. */
  field?: string;
}

/** The objects of an overlay, or why there are none. */
type Rendering = { objects: JsonObject[] } | { error: RenderError };

/**
 * Builds an overlay as Argo CD's repo-server does with `kustomize build`, for
 * the subset of kustomize that docs/demo-kustomize.md lists. Never throws,
 * whatever the repository holds.
 */
export async function renderOverlay(
  tree: SourceTree,
  directory: string,
): Promise<Rendering> {
  try {
    return { objects: await build(tree, directory) };
  } catch (error) {
    const { path, field } =
      error instanceof KustomizeError ? error : new KustomizeError('');
    const reason = error instanceof Error ? error.message : String(error);
    return {
      error: {
        message: `Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = \`kustomize build ${formatPath(
          directory,
        )}\` failed exit status 1: Error: ${reason}`,
        path: path ?? directory,
        ...(field !== undefined && { field }),
      },
    };
  }
}

async function build(
  tree: SourceTree,
  directory: string,
): Promise<JsonObject[]> {
  const folder = await Folder.open(new SourceReader(tree), directory);
  const file = await readKustomization(folder);
  const accumulator = await accumulate(folder, file);
  accumulator.resources.forEach(hashName);
  fixNameReferences(accumulator);
  return accumulator.resources.filter(isForCluster).map(resource => {
    // Numbers among them become texts, and none is no field: kustomize takes its own notes out of them.
    if (resource.metadata.annotations !== undefined) {
      resource.setTexts('annotations', resource.annotations());
    }
    return resource.object;
  });
}

function isForCluster(resource: Resource): boolean {
  const local = resource.annotations()['config.kubernetes.io/local-config'];
  return local === undefined || local === 'false';
}
