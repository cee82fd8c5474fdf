import { Json, JsonObject } from '@gitops-ml/core';
import { parseAllDocuments, SchemaOptions, Tags } from 'yaml';
import { KustomizeError } from '../KustomizeError';
import { limits } from '../limits';
import { adaptBlockScalars } from './adaptBlockScalars';
import { EmptyValue, markEmptyValues } from './EmptyValue';
import { noteEmptyKeys } from './emptyKeys';

// Go's YAML takes 0644 for octal and 1_000 for a number, whatever the version of the language.
const goInteger: Tags[number] = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^[-+]?(0b[01_]+|0[0-7_]+|[1-9][0-9_]*)$/,
  resolve: (text: string) => {
    const plain = text.replace(/[_+-]/g, '');
    const octal = plain.replace(/^0(?=[0-7])/, '0o');
    return Number(octal) * (text.startsWith('-') ? -1 : 1);
  },
};
// And in some places it still takes the words of YAML 1.1.
const wordBoolean: Tags[number] = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/,
  resolve: (text: string) => /^(y|yes|on)$/i.test(text),
};

const dialects: Record<string, SchemaOptions> = {
  /** As kustomize reads manifests: go-yaml v3. */
  manifest: {
    merge: true,
    customTags: tags => [goInteger, ...tags],
  },
  /** As it reads JSON patches and its own files: sigs.k8s.io/yaml, which is go-yaml v2. */
  json: {
    merge: true,
    customTags: tags => [goInteger, wordBoolean, ...tags],
  },
};
type Dialect = 'manifest' | 'json';

/**
 * The documents of a file as JSON; an empty one is null. Throws
 * `KustomizeError` on what is no YAML, and on what is too deep or too much.
 */
export function parseYaml(
  text: string,
  dialect: Dialect,
  path: string,
): Json[] {
  try {
    return parseAllDocuments(text, {
      ...dialects[dialect],
      prettyErrors: false,
      logLevel: 'silent',
    }).map(document => {
      const [error] = document.errors;
      if (error) {
        const line = text.slice(0, error.pos[0]).split('\n').length;
        throw malformed(`line ${line}: ${error.message}`, path);
      }
      const isManifest = dialect === 'manifest';
      adaptBlockScalars(document, text, { isManifest });
      if (isManifest) markEmptyValues(document);
      return copyJson(document.toJS({ maxAliasCount: 100, mapAsMap: true }), {
        path,
        dialect,
      });
    });
  } catch (error) {
    if (error instanceof KustomizeError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw malformed(reason, path);
  }
}

/** The value of a scalar that is written without quotes. */
export function parsePlainScalar(text: string): Json {
  const [value] = parseYaml(text, 'manifest', '');
  return typeof value === 'number' || typeof value === 'boolean' ? value : text;
}

function malformed(reason: string, path: string): KustomizeError {
  return new KustomizeError(
    `MalformedYAMLError: yaml: ${reason} in File: ${path}`,
    path,
  );
}

interface Place {
  path: string;
  dialect: Dialect;
}

/** Aliases are copied, too: what is changed in one place stays as it is in the other. */
function copyJson(value: unknown, place: Place, depth = 0): Json {
  if (depth > limits.valueDepth) {
    throw malformed('exceeded max depth', place.path);
  }
  if (Array.isArray(value)) {
    return value.map(each => copyJson(each, place, depth + 1));
  }
  if (value instanceof Map) return copyMap(value, place, depth);
  if (value instanceof EmptyValue) return value.isInFlow ? '' : null;
  const isJson =
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value));
  if (isJson) return value;
  throw malformed(`unsupported value: ${String(value)}`, place.path);
}

function copyMap(
  map: ReadonlyMap<unknown, unknown>,
  place: Place,
  depth: number,
): JsonObject {
  const entries = [...map].map(([key, each]): [string, Json] => [
    copyKey(key, place),
    copyJson(each, place, depth + 1),
  ]);
  const object = Object.fromEntries(entries);
  const empty = [...map].filter(([, each]) => each instanceof EmptyValue);
  noteEmptyKeys(
    object,
    empty.map(([key]) => String(key)),
  );
  return object;
}

// A manifest with 1 for a key is YAML, but nothing that kustomize can print.
function copyKey(key: unknown, { path, dialect }: Place): string {
  const isText = typeof key === 'string' || dialect === 'json';
  if (isText && typeof key !== 'object' && key !== '__proto__') {
    return String(key);
  }
  throw new KustomizeError(
    `json: unsupported type: map[interface {}]interface {} in ${path}: the key ${String(
      key,
    )} is no text`,
    path,
  );
}
