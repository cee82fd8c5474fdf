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
  for (const [file, keys] of listParams(shape, directory, node)) {
    const known = files.get(file);
    const whole = keys === null || known === null;
    files.set(file, whole ? null : [...(known ?? []), ...keys]);
  }
  return Object.fromEntries(files);
}

type Params = [file: string, keys: string[] | null];

/** A file as often as items name it. */
function listParams(
  shape: ShapeReader,
  directory: string,
  node: YamlNode | undefined,
): Params[] {
  return shape.items(node, 'params').flatMap((item): Params[] => {
    if (item.kind === 'scalar') {
      const file = resolveFile(shape, directory, DEFAULT_FILE, item);
      return file.map(path => [path, withoutTemplates([item.source])]);
    }
    return shape
      .entries(item, 'an item of params')
      .flatMap((entry): Params[] => {
        const file = resolveFile(shape, directory, entry.key, entry);
        return file.map(path => [path, keysOf(shape, entry)]);
      });
  });
}

/** The file's path in the repository: none for one that an expression names, or outside. */
function resolveFile(
  shape: ShapeReader,
  directory: string,
  file: string,
  at: { line: number; column: number },
): string[] {
  if (isTemplated(file)) return [];
  const path = safePath(directory, file);
  if (path !== undefined) return [path];
  shape.note('unsafe-path', at, { value: file.slice(0, 200) });
  return [];
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
