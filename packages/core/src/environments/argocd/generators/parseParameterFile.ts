import { parseAllDocuments } from 'yaml';
import { z } from 'zod/v4';
import { Json } from '../../../reading/Json';
import { isJsonObject, JsonObject } from '../../../reading/isJsonObject';

/** The parameters that a file holds, or Argo CD's words for why it holds none. */
type ParsedFile =
  | { kind: 'parameters'; sets: JsonObject[] }
  | { kind: 'broken'; message: string };

const broken = (message: string): ParsedFile => ({ kind: 'broken', message });

/** Reads a YAML or JSON file (YAML 1.1, first document) that is an object or a list of them. */
export function parseParameterFile(text: string): ParsedFile {
  const [document] = parseAllDocuments(text, {
    version: '1.1',
    uniqueKeys: false,
  });
  if (!document || !('toJS' in document)) {
    return { kind: 'parameters', sets: [{}] };
  }
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? 1;
    const [words] = error.message.split(/ at line \d+/);
    return broken(
      `error converting YAML to JSON: yaml: line ${line}: ${words}`,
    );
  }
  const value = z.json().safeParse(document.toJS({ maxAliasCount: 100 }));
  return value.success
    ? toSets(value.data)
    : broken('error converting YAML to JSON: yaml: no JSON value');
}

function toSets(value: Json): ParsedFile {
  if (value === null) return { kind: 'parameters', sets: [{}] };
  if (isJsonObject(value)) return { kind: 'parameters', sets: [value] };
  if (Array.isArray(value) && value.every(isJsonObject)) {
    return { kind: 'parameters', sets: value.filter(isJsonObject) };
  }
  const kind = Array.isArray(value) ? 'array' : typeof value;
  return broken(
    `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${kind} into Go value of type []map[string]interface {}`,
  );
}
