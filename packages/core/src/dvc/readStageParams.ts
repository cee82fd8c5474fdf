import { safePath } from '../reading/safePath';
import { ShapeReader } from '../reading/ShapeReader';
import { isYamlNull, YamlEntry, YamlNode } from '../reading/yamlNode';
import { isTemplated } from './templating';

const DEFAULT_FILE = 'params.yaml';

/**
 * The keys that a stage tracks, by params file; `null` is the whole file. Items are
 * keys of `params.yaml`, or mappings of other files to their keys.
 * Source: dvc/dependency/__init__.py _merge_params.
 */
export function readStageParams(
  shape: ShapeReader,
  directory: string,
  node: YamlNode | undefined,
): Record<string, string[] | null> {
  const files = new Map<string, string[] | null>();
  const add = (file: string, keys: string[] | null) => {
    const known = files.get(file);
    const whole = keys === null || known === null;
    files.set(file, whole ? null : [...(known ?? []), ...keys]);
  };
  const inRepository = (file: string, at: { line: number; column: number }) => {
    const path = isTemplated(file) ? undefined : safePath(directory, file);
    if (path === undefined && !isTemplated(file)) {
      shape.note('unsafe-path', at, { value: file.slice(0, 200) });
    }
    return path;
  };
  for (const item of shape.items(node, 'params')) {
    if (item.kind === 'scalar') {
      const file = inRepository(DEFAULT_FILE, item);
      if (file !== undefined) add(file, withoutTemplates([item.source]));
      continue;
    }
    for (const entry of shape.entries(item, 'an item of params')) {
      const file = inRepository(entry.key, entry);
      if (file !== undefined) add(file, keysOf(shape, entry));
    }
  }
  return Object.fromEntries(files);
}

/** No keys at all, written as nothing or as an empty list, is the whole file. */
function keysOf(shape: ShapeReader, entry: YamlEntry): string[] | null {
  const { key, value } = entry;
  if (isYamlNull(value)) return null;
  const keys = shape.texts(value, `params.${key}`);
  return value.kind === 'list' && value.items.length === 0
    ? null
    : withoutTemplates(keys);
}

function withoutTemplates(keys: string[]): string[] {
  return keys.filter(key => !isTemplated(key));
}
