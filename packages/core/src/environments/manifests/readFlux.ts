import { DeclaredApplication, FluxRepository } from '../../facts/gitops';
import { SourceSpot } from '../../facts/dvc';
import { JsonObject } from '../../reading/isJsonObject';
import { redactUrl } from '../../reading/redactUrl';
import { safePath } from '../../reading/safePath';
import { environmentOf, objectAt, textAt } from './readApplication';

/** What a Flux Kustomization declares; its revision is its GitRepository's to say. */
export function readFluxKustomization(
  manifest: JsonObject,
  declaredIn: SourceSpot,
): DeclaredApplication {
  const metadata = objectAt(manifest, 'metadata');
  const spec = objectAt(manifest, 'spec');
  const overlay = safePath('', textAt(spec, 'path') ?? '.');
  return {
    engine: 'flux',
    name: textAt(metadata, 'name') ?? '',
    environment:
      textAt(objectAt(metadata, 'labels'), 'gitops-ml/environment') ??
      environmentOf(overlay),
    instance: undefined,
    project: undefined,
    repoUrl: undefined,
    overlay,
    revision: undefined,
    cluster: undefined,
    server: undefined,
    namespace: textAt(spec, 'targetNamespace'),
    sourceName: textAt(objectAt(spec, 'sourceRef'), 'name'),
    declaredIn,
  };
}

/** What a Flux GitRepository follows: a commit before a tag before a branch. */
export function readFluxRepository(manifest: JsonObject): FluxRepository {
  const spec = objectAt(manifest, 'spec');
  const ref = objectAt(spec, 'ref');
  const url = textAt(spec, 'url');
  return {
    name: textAt(objectAt(manifest, 'metadata'), 'name') ?? '',
    url: url === undefined ? undefined : redactUrl(url),
    revision:
      textAt(ref, 'commit') ?? textAt(ref, 'tag') ?? textAt(ref, 'branch'),
  };
}
