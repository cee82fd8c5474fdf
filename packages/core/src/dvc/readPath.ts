import { redactUrl } from '../reading/redactUrl';
import { isAbsolutePath, safePath } from '../reading/safePath';
import { ShapeReader } from '../reading/ShapeReader';
import { YamlNode } from '../reading/yamlNode';

/** A path of a DVC file, as the repository's path or as an external one. */
export interface DvcPath {
  path: string;
  external: boolean;
}

/**
 * The place that a path of a DVC file names, seen from `directory`. Absolute paths
 * and URLs are external, which DVC allows. What climbs out of the repository is a
 * problem: `undefined`.
 */
export function readPath(
  shape: ShapeReader,
  directory: string,
  node: YamlNode,
  where: string,
): DvcPath | undefined {
  const text = shape.text(node, where);
  if (text === undefined || text === '') {
    shape.shape(node, where, 'a path');
    return undefined;
  }
  if (isAbsolutePath(text)) return { path: redactUrl(text), external: true };
  const path = safePath(directory, text);
  if (path === undefined) {
    shape.note('unsafe-path', node, { value: text.slice(0, 200) });
    return undefined;
  }
  return { path, external: false };
}
