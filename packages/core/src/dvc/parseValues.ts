import { isJsonObject } from '../reading/isJsonObject';
import { Json } from '../reading/Json';
import { decodeText } from '../reading/decodeText';
import { parseYaml } from '../reading/parseYaml';
import { Problem } from '../reading/Problem';
import { ReadLimits } from '../reading/ReadLimits';
import { fileNameOf } from '../reading/safePath';
import { yamlToJson } from '../reading/yamlNode';
import { parseJsonValues } from './parseJsonValues';
import { parseTomlValues } from './parseTomlValues';

type ValuesFormat = 'json' | 'yaml' | 'toml';

/**
 * The format of a metrics or params file by its name, the way DVC decides; what is
 * neither JSON nor TOML nor Python is YAML to it. Of the rest only names without an
 * ending, and `.txt`, are taken for YAML here: a CSV is none.
 * Source: dvc/utils/serialize/__init__.py.
 */
export function valuesFormatOf(path: string): ValuesFormat | undefined {
  const name = fileNameOf(path).toLowerCase();
  const ending = /[^.]\.([^.]+)$/.exec(name)?.[1];
  switch (ending) {
    case 'json':
    case 'toml':
      return ending;
    case 'yaml':
    case 'yml':
    case 'txt':
    case undefined:
      return 'yaml';
    default:
      return undefined;
  }
}

/** The values of a file, or the problems that prevent them. */
export function parseValues(
  path: string,
  format: ValuesFormat,
  bytes: Uint8Array,
  limits: ReadLimits,
): { value: Json | undefined; problems: Problem[] } {
  if (format === 'yaml') {
    const { root, problems } = parseYaml(bytes, path, limits);
    return { value: root && yamlToJson(root), problems };
  }
  const decoded = decodeText(bytes, path, limits);
  if ('problem' in decoded) {
    return { value: undefined, problems: [decoded.problem] };
  }
  const parse = format === 'json' ? parseJsonValues : parseTomlValues;
  const parsed = parse(decoded.text);
  if ('reason' in parsed) {
    const { reason, ...at } = parsed;
    return { value: undefined, problems: [unreadable(path, reason, at)] };
  }
  if (isWithin(parsed.value, limits.depth)) {
    return { value: parsed.value, problems: [] };
  }
  const args = { what: 'levels of nesting', limit: limits.depth };
  return {
    value: undefined,
    problems: [{ code: 'limit-exceeded', severity: 'error', path, args }],
  };
}

function unreadable(
  path: string,
  reason: string,
  at: { line?: number; column?: number },
): Problem {
  const args = { reason: reason.replace(/[.\s]+$/, '') };
  return { code: 'values-syntax', severity: 'error', path, ...at, args };
}

function isWithin(value: Json, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const children = isJsonObject(value) ? Object.values(value) : value;
  return depth > 0 && children.every(child => isWithin(child, depth - 1));
}
