import { JsonObject } from '@gitops-ml/core';
import { KustomizeError } from '../KustomizeError';
import { Folder } from '../loading/Folder';
import { Generator, GeneratorOptions } from '../loading/kustomizationSchema';
import { parsePlainScalar } from '../loading/parseYaml';
import { Resource } from '../model/Resource';
import { readPairs } from './readPairs';

const noOptions: GeneratorOptions = {
  labels: {},
  annotations: {},
  disableNameSuffixHash: false,
  immutable: false,
};

/** The ConfigMap or Secret of a generator (api/internal/generators). Throws `KustomizeError`. */
export async function generate(
  kind: 'ConfigMap' | 'Secret',
  generator: Generator,
  common: GeneratorOptions = noOptions,
  folder: Folder,
  path: string,
): Promise<Resource> {
  if (generator.name === '') {
    throw new KustomizeError('a configmap must have a name', path, 'name');
  }
  const pairs = await readSortedPairs(generator, folder, path);
  const own = generator.options ?? noOptions;
  const { name, namespace, type } = generator;
  const object: JsonObject = {
    apiVersion: 'v1',
    kind,
    metadata: namespace ? { name, namespace } : { name },
  };
  if (kind === 'Secret') {
    object.type = type || 'Opaque';
    object.data = Object.fromEntries(
      pairs.map(([key, value]) => [key, encodeBase64(value)]),
    );
  } else if (pairs.length > 0) {
    object.data = Object.fromEntries(pairs);
  }
  if (own.immutable || common.immutable) object.immutable = true;
  const resource = new Resource(object, path);
  resource.setTexts('labels', { ...common.labels, ...own.labels });
  resource.setTexts('annotations', {
    ...common.annotations,
    ...own.annotations,
  });
  resource.needsHash = !(
    own.disableNameSuffixHash || common.disableNameSuffixHash
  );
  resource.behavior = generator.behavior;
  return resource;
}

async function readSortedPairs(
  generator: Generator,
  folder: Folder,
  path: string,
): Promise<[string, string][]> {
  const pairs = [...(await readPairs(generator, folder))];
  for (const [key] of pairs) {
    // kustomize writes the key without quotes and can't print what it then reads.
    if (typeof parsePlainScalar(key) !== 'string') {
      throw new KustomizeError(
        `json: unsupported type: map[interface {}]interface {}: the key ${key} of ${generator.name} is no text`,
        path,
        key,
      );
    }
  }
  return pairs.sort(([one], [other]) => (one < other ? -1 : 1));
}

// In lines of 70, as kustomize writes it: the line ends count in the hash of the name.
function encodeBase64(value: string): string {
  const encoded = Buffer.from(value).toString('base64');
  return encoded.length < 70
    ? encoded
    : encoded.replace(/.{1,70}/g, line => `${line}\n`);
}
