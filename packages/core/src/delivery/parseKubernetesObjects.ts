import { Json } from '../reading/Json';
import { parseYamlText } from '../reading/parseYamlText';
import { Problem } from '../reading/Problem';
import { DEFAULT_READ_LIMITS, ReadLimits } from '../reading/ReadLimits';
import { isYamlNull, yamlGet, YamlNode, yamlToJson } from '../reading/yamlNode';
import { decodeText } from '../reading/decodeText';
import { splitDocuments } from '../reading/splitDocuments';
import { ObjectPlace } from './KubernetesObject';

/** An exported namespace is far larger than a file that somebody writes. @public */
export const OBJECT_READ_LIMITS: ReadLimits = {
  ...DEFAULT_READ_LIMITS,
  bytes: 32 * 1024 * 1024,
  nodes: 2_000_000,
};

/** What stands in a file of Kubernetes objects. @public */
export interface ParsedObjects {
  /** JSON of any shape: whether they are Kubernetes objects is for `readDeliveries` to say. */
  objects: Json[];
  /** Where each of them stands, by index. */
  places: ObjectPlace[];
  problems: Problem[];
}

/**
 * Kubernetes objects of a file: YAML of any number of documents, or JSON; the items of
 * `List`s (`kubectl get -o yaml`) one by one. Never throws. A document that can't be parsed
 * is a problem with its line, and the others are read.
 * @public
 */
export function parseKubernetesObjects(
  bytes: Uint8Array,
  path: string,
  limits: ReadLimits = OBJECT_READ_LIMITS,
): ParsedObjects {
  const decoded = decodeText(bytes, path, limits);
  if ('problem' in decoded) {
    return { objects: [], places: [], problems: [decoded.problem] };
  }
  const parsed: ParsedObjects = { objects: [], places: [], problems: [] };
  for (const { text, linesBefore } of splitDocuments(decoded.text)) {
    // Kubernetes reads YAML as Go does: closer to 1.1, and the last of two keys counts.
    const document = parseYamlText(text, path, limits, 'pyyaml', linesBefore);
    parsed.problems.push(...document.problems);
    const { root } = document;
    if (!root || isYamlNull(root)) continue;
    for (const node of listItems(root)) {
      parsed.objects.push(yamlToJson(node));
      parsed.places.push({ path, locate: pointer => locate(node, pointer) });
    }
  }
  return parsed;
}

/** `v1/List`, lists in lists, and the lists that a REST call answers: RolloutList. Go writes an empty one as null. */
function listItems(node: YamlNode): YamlNode[] {
  const kind = yamlGet(node, 'kind');
  const items = yamlGet(node, 'items');
  const isList =
    kind?.kind === 'scalar' && kind.source.endsWith('List') && items;
  if (isList && isYamlNull(items)) return [];
  return isList && items.kind === 'list'
    ? items.items.flatMap(listItems)
    : [node];
}

interface Spot {
  line: number;
  column: number;
}

/** The deepest node on the way that is there. */
function locate(root: YamlNode, pointer: readonly (string | number)[]): Spot {
  let node = root;
  let spot: Spot = root;
  for (const key of pointer) {
    const next = descend(node, key);
    if (!next) break;
    ({ node, spot } = next);
  }
  return { line: spot.line, column: spot.column };
}

/** A value of a mapping stands where its key does. */
function descend(
  node: YamlNode,
  key: string | number,
): { node: YamlNode; spot: Spot } | undefined {
  if (node.kind === 'list' && typeof key === 'number') {
    const item = node.items.at(key);
    return item && { node: item, spot: item };
  }
  if (node.kind !== 'map') return undefined;
  const entry = node.entries.find(each => each.key === key);
  return entry && { node: entry.value, spot: entry };
}
