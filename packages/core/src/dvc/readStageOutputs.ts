import { DvcOutput } from '../facts/dvc';
import { ShapeReader } from '../reading/ShapeReader';
import { YamlMap, YamlNode, yamlGet } from '../reading/yamlNode';
import { readOutput } from './readOutput';
import { readPath } from './readPath';
import { isTemplated } from './templating';

const ROLES: [key: string, role: DvcOutput['role']][] = [
  ['outs', 'data'],
  ['metrics', 'metrics'],
  ['plots', 'plots'],
];

/** The outputs, metrics and plots of a stage of `dvc.yaml`, without hashes. */
export function readStageOutputs(
  shape: ShapeReader,
  directory: string,
  stage: YamlMap,
): DvcOutput[] {
  return ROLES.flatMap(([key, role]) =>
    shape
      .items(yamlGet(stage, key), key)
      .flatMap(item => pathsOf(shape, item, key))
      .flatMap(({ path, flags }) => {
        if (path.kind === 'scalar' && isTemplated(path.source)) return [];
        const place = readPath(shape, directory, path, key);
        if (!place) return [];
        const { line } = path;
        return [readOutput({ shape, place, node: flags, line, role })];
      }),
  );
}

/** An item is a path, or a mapping of paths to what is said of them. */
function pathsOf(
  shape: ShapeReader,
  item: YamlNode,
  key: string,
): { path: YamlNode; flags: YamlNode }[] {
  if (item.kind === 'scalar') {
    const { line, column } = item;
    return [{ path: item, flags: { kind: 'map', entries: [], line, column } }];
  }
  return shape.entries(item, `an item of ${key}`).map(entry => {
    const { line, column, key: source } = entry;
    const path: YamlNode = {
      kind: 'scalar',
      value: source,
      source,
      line,
      column,
    };
    return { path, flags: entry.value };
  });
}
