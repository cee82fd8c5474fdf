import { splitDocuments, YamlDocument } from '../../reading/splitDocuments';

const KIND =
  /^kind:\s*["']?(?:Application|ApplicationSet|Kustomization|GitRepository)["']?\s*(?:#.*)?$/m;

/**
 * The documents of a YAML file that may be manifests of a GitOps engine. A look at the
 * text first: most YAML of a repository is something else.
 */
export function splitManifests(text: string): YamlDocument[] {
  if (!KIND.test(text)) return [];
  return splitDocuments(text).filter(document => KIND.test(document.text));
}
