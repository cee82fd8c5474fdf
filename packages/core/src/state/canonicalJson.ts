import { isJsonObject } from '../reading/isJsonObject';
import { Json } from '../reading/Json';

/**
 * JSON in its one canonical form: RFC 8785. Keys are sorted by UTF-16 code units;
 * numbers and texts are as ECMAScript writes them.
 * @public
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.keys(value)
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${entries.join(',')}}`;
}
