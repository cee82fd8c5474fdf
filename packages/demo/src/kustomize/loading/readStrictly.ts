import { isJsonObject, Json } from '@gitops-ml/core';
import { z } from 'zod/v4';
import { KustomizeError } from '../KustomizeError';
import { outsideSubset } from './outsideSubset';
import { parseYaml } from './parseYaml';

/**
 * Reads one of kustomize's own files. Throws `KustomizeError` that names file
 * and field where it has one that kustomize, or the demo, does not know.
 */
export function readStrictly<T>(
  schema: z.ZodType<T>,
  what: string,
  { text, path }: { text: string; path: string },
): T {
  const [document = null] = parseYaml(text, 'json', path);
  const parsed = schema.safeParse(dropNulls(document) ?? {});
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const unknown = issues.find(({ code }) => code === 'unrecognized_keys');
  throw describeIssue(unknown ?? issues[0], what, path);
}

/** To Go's decoder a null is a field that is not there. */
function dropNulls(value: Json): Json | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map(each => dropNulls(each) ?? {});
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      const kept = dropNulls(each);
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}

function describeIssue(
  issue: z.core.$ZodIssue,
  what: string,
  path: string,
): KustomizeError {
  const at = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') {
    const field = at.join('.');
    return new KustomizeError(
      `invalid ${what}: ${field}: ${issue.message} (${path})`,
      path,
      field,
    );
  }
  const [key] = issue.keys;
  const field = [...at, key].join('.');
  const plain = [...at.filter(part => !/^\d+$/.test(part)), key].join('.');
  return outsideSubset.has(plain)
    ? new KustomizeError(
        `${path}: field "${field}" is outside the subset of kustomize that the demo renders`,
        path,
        field,
      )
    : new KustomizeError(
        `invalid ${what}: json: unknown field "${key}" (${path}: ${field})`,
        path,
        field,
      );
}
