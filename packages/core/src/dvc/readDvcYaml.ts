import { DvcYamlFacts } from '../facts/dvc';
import { parseYaml } from '../reading/parseYaml';
import { Needs, Reading } from '../reading/Reader';
import { ReadLimits } from '../reading/ReadLimits';
import { folderOf } from '../reading/safePath';
import { ShapeReader } from '../reading/ShapeReader';
import { TracedTree } from '../reading/TracedTree';
import { isYamlNull, YamlNode, yamlGet } from '../reading/yamlNode';
import { readArtifacts } from './readArtifacts';
import { readDeclaredPaths, readDeclaredPlots } from './readDeclaredPaths';
import { readValuesFiles } from './readValuesFiles';
import { readYamlStage } from './readYamlStage';

/**
 * Facts of a `dvc.yaml`, with the values of the params and metrics files that it
 * names. Source: dvc/schema.py MULTI_STAGE_SCHEMA.
 */
export function readDvcYaml(
  path: string,
  bytes: Uint8Array,
  tree: TracedTree,
  limits: ReadLimits,
): Reading<DvcYamlFacts> | Needs {
  const { root, problems } = parseYaml(bytes, path, limits);
  if (!root) return { facts: undefined, problems };
  const shape = new ShapeReader(path, limits);
  if (root.kind !== 'map' && !isYamlNull(root)) {
    shape.shape(root, 'the document', 'a mapping');
    return { facts: undefined, problems: [...problems, ...shape.problems] };
  }
  const declared = readDeclarations(shape, root);
  const values = readValuesFiles(path, declared, tree, limits);
  const needs = tree.needs();
  if (needs) return needs;
  const { stages, artifacts, plots } = declared;
  return {
    facts: {
      kind: 'dvc-yaml',
      path,
      stages,
      artifacts,
      metrics: values.metrics,
      params: values.params,
      plots,
    },
    problems: [...problems, ...shape.problems, ...values.problems],
  };
}

function readDeclarations(shape: ShapeReader, root: YamlNode) {
  const folder = folderOf(shape.path);
  const stages = shape
    .entries(yamlGet(root, 'stages'), 'stages')
    .flatMap(entry => readYamlStage(shape, entry) ?? []);
  const paths = (key: string) =>
    readDeclaredPaths(shape, folder, yamlGet(root, key), key);
  return {
    stages,
    artifacts: readArtifacts(shape, yamlGet(root, 'artifacts')),
    plots: readDeclaredPlots(shape, folder, yamlGet(root, 'plots')),
    topMetrics: paths('metrics'),
    topParams: paths('params'),
  };
}
