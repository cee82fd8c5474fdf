import { DvcLockFacts, DvcLockStage } from '../facts/dvc';
import { Json } from '../reading/Json';
import { parseYaml } from '../reading/parseYaml';
import { Reading } from '../reading/Reader';
import { ReadLimits } from '../reading/ReadLimits';
import { safePath } from '../reading/safePath';
import { ShapeReader } from '../reading/ShapeReader';
import {
  isYamlNull,
  YamlEntry,
  YamlNode,
  yamlGet,
  yamlToJson,
} from '../reading/yamlNode';
import { flattenValues, KEYS_LIMIT } from './flattenValues';
import { readCommand } from './readCommand';
import { readListedDependency } from './readDependency';
import { readListedOutput } from './readOutput';
import { StageDirectory } from './readStageDirectories';

/**
 * Facts of a `dvc.lock`. Its paths are relative to each stage's `wdir`, which only
 * `dvc.yaml` knows: `directoryOf` tells it. Where that is unknown, so are the paths.
 * Source: dvc/schema.py LOCKFILE_SCHEMA; 1.x had the stages at the top level.
 */
export function readDvcLock(
  path: string,
  bytes: Uint8Array,
  limits: ReadLimits,
  directoryOf: (stage: string) => StageDirectory,
): Reading<DvcLockFacts> {
  const { root, problems } = parseYaml(bytes, path, limits);
  if (!root) return { facts: undefined, problems };
  const shape = new ShapeReader(path, limits);
  const found = findStages(shape, root);
  const facts: DvcLockFacts | undefined = found && {
    kind: 'dvc-lock',
    path,
    schema: found.schema,
    stages: shape
      .entries(found.stages, 'stages')
      .flatMap(entry => readStage(shape, entry, directoryOf(entry.key)) ?? []),
  };
  return { facts, problems: [...problems, ...shape.problems] };
}

function findStages(
  shape: ShapeReader,
  root: YamlNode,
): { schema: DvcLockFacts['schema']; stages: YamlNode } | undefined {
  if (root.kind !== 'map') {
    if (isYamlNull(root)) return { schema: '2.0', stages: root };
    shape.shape(root, 'the document', 'a mapping');
    return undefined;
  }
  const schema = yamlGet(root, 'schema');
  const stages = yamlGet(root, 'stages');
  if (!schema) {
    const isLegacy = !stages || yamlGet(stages, 'cmd') !== undefined;
    if (isLegacy) return { schema: '1.0', stages: root };
    shape.shape(root, 'the document', 'a mapping with a schema');
    return { schema: '2.0', stages };
  }
  const found = shape.text(schema, 'schema') ?? '';
  if (found !== '2.0') {
    const args = { found, supported: '2.0' };
    shape.note('unsupported-version', schema, args);
    return undefined;
  }
  return { schema: '2.0', stages: stages ?? { ...root, entries: [] } };
}

function readStage(
  shape: ShapeReader,
  entry: YamlEntry,
  directory: StageDirectory,
): DvcLockStage | undefined {
  const { key: name, value: node, line, column } = entry;
  if (node.kind !== 'map') {
    shape.shape(node, `stages.${name}`, 'a mapping');
    return undefined;
  }
  const command = readCommand(shape, yamlGet(node, 'cmd'));
  const stage = { name, command, deps: [], params: {}, outs: [], line };
  if (directory.kind === 'gone') return stage;
  if (directory.kind !== 'known') {
    const what = `The stage ${name}, whose working directory is ${directory.kind},`;
    shape.note('unsupported', { line, column }, { what }, 'warning');
    return stage;
  }
  const { path } = directory;
  const deps = shape.items(yamlGet(node, 'deps'), 'deps');
  const outs = shape.items(yamlGet(node, 'outs'), 'outs');
  return {
    ...stage,
    deps: deps.flatMap(n => readListedDependency(shape, path, n) ?? []),
    params: readParams(shape, path, yamlGet(node, 'params')),
    outs: outs.flatMap(n => readListedOutput(shape, path, n) ?? []),
  };
}

function readParams(
  shape: ShapeReader,
  directory: string,
  node: YamlNode | undefined,
): DvcLockStage['params'] {
  const files: [string, Record<string, Json>][] = [];
  for (const { key, value, line, column } of shape.entries(node, 'params')) {
    const file = safePath(directory, key);
    if (file === undefined) {
      shape.note('unsafe-path', { line, column }, { value: key.slice(0, 200) });
      continue;
    }
    if (value.kind !== 'map') {
      shape.shape(value, `params.${key}`, 'a mapping');
      continue;
    }
    const values = flattenValues(yamlToJson(value));
    if (values) files.push([file, values]);
    else shape.note('limit-exceeded', value, KEYS_LIMIT);
  }
  return Object.fromEntries(files);
}
