import { YamlNode } from '../reading/yamlNode';

/** Keys and indexes from the root down. */
export type YamlPath = (string | number)[];

/** What becomes of a node: another one, or nothing. */
export type YamlEdit = { path: YamlPath; to: YamlNode | undefined };

const keyOf = (path: YamlPath) => JSON.stringify(path);

/** The tree with some nodes replaced or removed; `undefined` when the root is removed. */
export function editYaml(
  root: YamlNode,
  edits: readonly YamlEdit[],
): YamlNode | undefined {
  const wanted = new Map(edits.map(({ path, to }) => [keyOf(path), to]));
  const visit = (node: YamlNode, path: YamlPath): YamlNode | undefined => {
    const key = keyOf(path);
    if (wanted.has(key)) return wanted.get(key);
    if (node.kind === 'map') {
      const entries = node.entries.flatMap(entry => {
        const value = visit(entry.value, [...path, entry.key]);
        return value ? [{ ...entry, value }] : [];
      });
      return { ...node, entries };
    }
    if (node.kind === 'list') {
      const items = node.items.flatMap(
        (item, index) => visit(item, [...path, index]) ?? [],
      );
      return { ...node, items };
    }
    return node;
  };
  return visit(root, []);
}

/** The tree without the keys that have no value: `description:` is as good as absent. */
export function dropEmptyKeys(node: YamlNode): YamlNode {
  if (node.kind === 'list') {
    return { ...node, items: node.items.map(dropEmptyKeys) };
  }
  if (node.kind !== 'map') return node;
  const entries = node.entries
    .filter(({ value }) => value.kind !== 'scalar' || value.value !== null)
    .map(entry => ({ ...entry, value: dropEmptyKeys(entry.value) }));
  return { ...node, entries };
}

/**
 * The node at a path with its position (of a key, where it has one); where there
 * is none, the position of the nearest node above.
 */
export function findYaml(
  root: YamlNode,
  path: YamlPath,
): { node: YamlNode | undefined; line: number; column: number } {
  let node: YamlNode | undefined = root;
  let { line, column } = root;
  for (const part of path) {
    const child = childOf(node, part);
    node = child?.node;
    if (child) ({ line, column } = child);
  }
  return { node, line, column };
}

function childOf(node: YamlNode | undefined, part: string | number) {
  if (node?.kind === 'map') {
    const entry = node.entries.find(each => each.key === String(part));
    return entry && { ...entry, node: entry.value };
  }
  const item = node?.kind === 'list' ? node.items[Number(part)] : undefined;
  return item && { node: item, line: item.line, column: item.column };
}
