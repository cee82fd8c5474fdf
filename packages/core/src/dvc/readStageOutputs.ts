import { DvcOutput, DvcYamlStage } from '../facts/dvc';
import { ShapeReader } from '../reading/ShapeReader';
import { YamlMap, YamlNode, yamlGet, yamlText } from '../reading/yamlNode';
import { readOutput } from './readOutput';
import { readPath } from './readPath';
import { isTemplated } from './templating';

const ROLES: [key: string, role: DvcOutput['role']][] = [
  ['outs', 'data'],
  ['metrics', 'metrics'],
  ['plots', 'plots'],
];

/**
 * The outputs, metrics and plots of a stage of `dvc.yaml`, without hashes. Those whose
 * path holds an expression stand apart, with the expression in the path.
 */
export function readStageOutputs(
  shape: ShapeReader,
  directory: string,
  stage: YamlMap,
): Pick<DvcYamlStage, 'outs' | 'outTemplates'> {
  const outputs = readOutputs(shape, directory, stage);
  const isTemplate = ({ source }: { source: string }) => isTemplated(source);
  return {
    outs: outputs.filter(each => !isTemplate(each)).map(({ out }) => out),
    outTemplates: outputs.filter(isTemplate).map(({ out }) => out),
  };
}

function readOutputs(
  shape: ShapeReader,
  directory: string,
  stage: YamlMap,
): { out: DvcOutput; source: string }[] {
  return ROLES.flatMap(([key, role]) =>
    shape
      .items(yamlGet(stage, key), key)
      .flatMap(item => pathsOf(shape, item, key))
      .flatMap(({ path, flags }) => {
        const place = readPath(shape, directory, path, key);
        if (!place) return [];
        const { line } = path;
        const out = readOutput({ shape, place, node: flags, line, role });
        return [{ out, source: yamlText(path) ?? '' }];
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
