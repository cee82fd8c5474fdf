import { isAbsolutePath } from '../reading/safePath';
import { ShapeReader } from '../reading/ShapeReader';
import { YamlEntry, YamlNode, yamlGet } from '../reading/yamlNode';
import { readPath } from './readPath';
import { isTemplated } from './templating';

/** A file that the top level of `dvc.yaml` names. */
export interface DeclaredPath {
  path: string;
  line: number;
}

/** The paths of top-level `metrics:` or `params:`, relative to the file's folder. */
export function readDeclaredPaths(
  shape: ShapeReader,
  folder: string,
  node: YamlNode | undefined,
  key: string,
): DeclaredPath[] {
  return shape
    .items(node, key)
    .flatMap(item => readDeclaredPath(shape, folder, item, key) ?? []);
}

/**
 * The files of top-level `plots:`: a path, or a plot by its name whose `x` or `y` maps
 * files to columns; without such a mapping its name is the path.
 * Source: dvc/repo/plots/__init__.py _resolve_definitions.
 */
export function readDeclaredPlots(
  shape: ShapeReader,
  folder: string,
  node: YamlNode | undefined,
): string[] {
  const items = node?.kind === 'map' ? [node] : shape.items(node, 'plots');
  const paths = items.flatMap(item =>
    item.kind === 'scalar'
      ? [item]
      : shape.entries(item, 'an item of plots').flatMap(plotFiles),
  );
  const declared = paths.flatMap(
    path => readDeclaredPath(shape, folder, path, 'plots')?.path ?? [],
  );
  return [...new Set(declared)];
}

function plotFiles(entry: YamlEntry): YamlNode[] {
  const files = ['x', 'y'].flatMap(axis => {
    const value = yamlGet(entry.value, axis);
    return value?.kind === 'map' ? value.entries : [];
  });
  return (files.length > 0 ? files : [entry]).map(keyAsNode);
}

function keyAsNode({ key: source, line, column }: YamlEntry): YamlNode {
  return { kind: 'scalar', value: source, source, line, column };
}

function readDeclaredPath(
  shape: ShapeReader,
  folder: string,
  node: YamlNode,
  key: string,
): DeclaredPath | undefined {
  if (node.kind === 'scalar' && isTemplated(node.source)) {
    const what = `The templating in ${key}`;
    shape.note('unsupported', node, { what }, 'warning');
    return undefined;
  }
  if (node.kind === 'scalar' && isAbsolutePath(node.source)) {
    shape.note('unsafe-path', node, { value: node.source.slice(0, 200) });
    return undefined;
  }
  const place = readPath(shape, folder, node, key);
  return place && { path: place.path, line: node.line };
}
