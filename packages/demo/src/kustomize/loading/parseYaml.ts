import { Json } from '@gitops-ml/core';
import { parseAllDocuments, SchemaOptions, Tags } from 'yaml';
import { KustomizeError } from '../KustomizeError';
import { limits } from '../limits';

// Go's YAML takes 0644 for octal in every version of the language.
const octal: Tags[number] = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^[-+]?0[0-7_]+$/,
  resolve: (text: string) => parseInt(text.replaceAll('_', ''), 8),
};

const isSexagesimal = (tag: Tags[number]) =>
  typeof tag === 'object' && 'format' in tag && tag.format === 'TIME';
const isTimestamp = (tag: Tags[number]) =>
  typeof tag === 'object' && tag.tag === 'tag:yaml.org,2002:timestamp';

type Dialect = SchemaOptions & { version: '1.1' | '1.2' };

const dialects = {
  /** As kustomize reads manifests: go-yaml v3. */
  manifest: {
    version: '1.2',
    merge: true,
    customTags: (tags: Tags) => [octal, ...tags],
  },
  /** As it reads JSON patches and its own files: sigs.k8s.io/yaml, which is go-yaml v2. */
  json: {
    version: '1.1',
    customTags: (tags: Tags) =>
      tags.filter(tag => !isSexagesimal(tag) && !isTimestamp(tag)),
  },
} satisfies Record<string, Dialect>;

/**
 * The documents of a file as JSON; an empty one is null. Throws
 * `KustomizeError` on what is no YAML, and on what is too deep or too much.
 */
export function parseYaml(
  text: string,
  dialect: keyof typeof dialects,
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
      return copyJson(document.toJS({ maxAliasCount: 100 }), path);
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

/** Aliases are copied, too: what is changed in one place stays as it is in the other. */
function copyJson(value: unknown, path: string, depth = 0): Json {
  if (depth > limits.valueDepth) throw malformed('exceeded max depth', path);
  if (Array.isArray(value)) {
    return value.map(each => copyJson(each, path, depth + 1));
  }
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (!Number.isFinite(value)) break;
      return value;
    case 'object':
      return value === null ? null : copyObject(value, path, depth);
    default:
  }
  throw malformed(`unsupported value: ${String(value)}`, path);
}

function copyObject(value: object, path: string, depth: number): Json {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (key === '__proto__') throw malformed(`unsupported key: ${key}`, path);
      return [key, copyJson(each, path, depth + 1)];
    }),
  );
}
