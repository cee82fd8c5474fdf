import { createHash } from 'node:crypto';
import { isJsonObject, Json, JsonObject } from '@gitops-ml/core';
import { Resource } from '../model/Resource';

const alphabet: Record<string, string> = {
  0: 'g',
  1: 'h',
  3: 'k',
  a: 'm',
  e: 't',
};

/** Puts the hash of what a generated resource holds behind its name. */
export function hashName(resource: Resource): void {
  if (!resource.needsHash) return;
  const hash = hashContent(resource.object);
  resource.keepId();
  resource.metadata.name = `${resource.name}-${hash}`;
}

/** kustomize's hash of a ConfigMap or Secret (api/hasher), ten letters that spell no word. */
function hashContent(object: JsonObject): string {
  const { kind, data = '', binaryData, stringData, type = '' } = object;
  // The name is looked up where it never is, so it does not count.
  const counted: JsonObject =
    kind === 'Secret'
      ? { kind, type, name: '', data, ...asMap({ stringData }) }
      : { kind: 'ConfigMap', name: '', data, ...asMap({ binaryData }) };
  const digest = createHash('sha256')
    .update(encodeGoJson(counted))
    .digest('hex');
  return [...digest.slice(0, 10)].map(char => alphabet[char] ?? char).join('');
}

function asMap(field: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(field).flatMap(([key, value]) =>
      isJsonObject(value) ? [[key, value]] : [],
    ),
  );
}

/** JSON as Go's encoding/json writes it: keys in the order of their bytes, HTML escaped. */
function encodeGoJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(encodeGoJson).join()}]`;
  if (isJsonObject(value)) {
    const fields = Object.entries(value)
      .sort(([one], [other]) =>
        Buffer.compare(Buffer.from(one), Buffer.from(other)),
      )
      .map(([key, each]) => `${encodeGoJson(key)}:${encodeGoJson(each)}`);
    return `{${fields.join()}}`;
  }
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
