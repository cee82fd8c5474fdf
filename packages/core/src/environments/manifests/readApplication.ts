import { SourceSpot } from '../../facts/dvc';
import { DeclaredApplication } from '../../facts/gitops';
import { isJsonObject, JsonObject } from '../../reading/isJsonObject';
import { Json } from '../../reading/Json';
import { redactUrl } from '../../reading/redactUrl';
import { safePath } from '../../reading/safePath';

/** What an Argo CD Application declares; of several sources, the first that has a path. */
export function readApplication(
  manifest: JsonObject,
  declaredIn: SourceSpot,
  entry: string,
): DeclaredApplication {
  const metadata = objectAt(manifest, 'metadata');
  const spec = objectAt(manifest, 'spec');
  const destination = objectAt(spec, 'destination');
  const source = chooseSource(spec);
  const name = textAt(metadata, 'name') ?? '';
  const repoUrl = textAt(source, 'repoURL');
  const path = textAt(source, 'path');
  const overlay = path === undefined ? undefined : safePath('', path);
  return {
    engine: 'argocd',
    name,
    environment:
      textAt(objectAt(metadata, 'labels'), 'gitops-ml/environment') ??
      environmentOf(overlay),
    instance: /(?:^|\/)argocd\/([^/]+)\/.*[^/]+$/.exec(entry)?.[1],
    project: textAt(spec, 'project'),
    repoUrl: repoUrl === undefined ? undefined : redactUrl(repoUrl),
    overlay,
    revision: textAt(source, 'targetRevision'),
    cluster: textAt(destination, 'name'),
    server: textAt(destination, 'server'),
    namespace: textAt(destination, 'namespace'),
    sourceName: undefined,
    declaredIn,
  };
}

/** The folder's name where a layout that people use makes it an environment's. */
export function environmentOf(overlay: string | undefined): string | undefined {
  return /(?:^|\/)(?:infra|overlays|environments|envs)\/([^/]+)$/.exec(
    overlay ?? '',
  )?.[1];
}

export function objectAt(value: JsonObject, key: string): JsonObject {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  return isJsonObject(found) ? found : {};
}

/** A text that is not empty; a number is one, too: revisions look like numbers. */
export function textAt(value: JsonObject, key: string): string | undefined {
  const found: Json | undefined = Object.hasOwn(value, key)
    ? value[key]
    : undefined;
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function chooseSource(spec: JsonObject): JsonObject {
  const { sources } = spec;
  if (!Array.isArray(sources)) return objectAt(spec, 'source');
  const all = sources.filter(isJsonObject);
  return all.find(source => textAt(source, 'path')) ?? all.at(0) ?? {};
}
