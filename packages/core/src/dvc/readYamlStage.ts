import { DvcYamlStage } from '../facts/dvc';
import { folderOf } from '../reading/safePath';
import { ShapeReader } from '../reading/ShapeReader';
import { YamlEntry, YamlMap, YamlNode, yamlGet } from '../reading/yamlNode';
import { readCommand } from './readCommand';
import { readDependencyPath } from './readDependency';
import { readStageOutputs } from './readStageOutputs';
import { readStageParams } from './readStageParams';
import { readWorkingDirectory } from './readWorkingDirectory';
import { holdsTemplate, isTemplated, unescapeTemplate } from './templating';

/**
 * A stage of `dvc.yaml`. What holds an expression is left out and the stage marked,
 * with one problem that names it.
 * Source: dvc/schema.py STAGE_DEFINITION, FOREACH_IN.
 */
export function readYamlStage(
  shape: ShapeReader,
  entry: YamlEntry,
): DvcYamlStage | undefined {
  const { key: name, value: node, line } = entry;
  const body = yamlGet(node, 'do') ?? node;
  if (body.kind !== 'map') {
    shape.shape(body, `stages.${name}`, 'a mapping');
    return undefined;
  }
  const templating = templatingOf(node, body);
  if (templating !== 'none') {
    const what = `The templating of the stage ${name}`;
    shape.note('unsupported', entry, { what }, 'warning');
  }
  const command = readCommand(shape, yamlGet(body, 'cmd'));
  if (command === undefined) {
    shape.shape(body, `stages.${name}`, 'a mapping with a cmd');
  }
  const workingDirectory = readDirectory(shape, body);
  return {
    name,
    templating,
    command,
    workingDirectory,
    ...readPaths(shape, workingDirectory, body),
    frozen: shape.flag(yamlGet(body, 'frozen'), 'frozen', false),
    alwaysChanged: shape.flag(
      yamlGet(body, 'always_changed'),
      'always_changed',
      false,
    ),
    description: shape.text(yamlGet(body, 'desc'), 'desc'),
    line,
  };
}

function templatingOf(
  node: YamlNode,
  body: YamlMap,
): DvcYamlStage['templating'] {
  const generates = ['foreach', 'do', 'matrix'].some(
    key => yamlGet(node, key) !== undefined,
  );
  if (generates) return 'generated';
  return holdsTemplate(body) ? 'interpolated' : 'none';
}

function readDirectory(shape: ShapeReader, body: YamlMap): string | undefined {
  const node = yamlGet(body, 'wdir');
  if (holdsTemplate(node)) return undefined;
  return readWorkingDirectory(shape, folderOf(shape.path), node);
}

function readPaths(
  shape: ShapeReader,
  directory: string | undefined,
  body: YamlMap,
): Pick<DvcYamlStage, 'deps' | 'outs' | 'outTemplates' | 'params'> {
  if (directory === undefined) {
    return { deps: [], outs: [], outTemplates: [], params: {} };
  }
  return {
    deps: readDependencies(shape, directory, yamlGet(body, 'deps')),
    ...readStageOutputs(shape, directory, body),
    params: readStageParams(shape, directory, yamlGet(body, 'params')),
  };
}

function readDependencies(
  shape: ShapeReader,
  directory: string,
  node: YamlNode | undefined,
): string[] {
  return shape.items(node, 'deps').flatMap(item => {
    const text = shape.text(item, 'an item of deps');
    if (text === undefined || isTemplated(text)) return [];
    const written = unescapeTemplate(text);
    return [readDependencyPath(shape, directory, item, written).path];
  });
}
