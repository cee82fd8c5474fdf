import { DvcDependency, DvcFileFacts, DvcOutput } from '../facts/dvc';
import { parseYaml } from '../reading/parseYaml';
import { Reading } from '../reading/Reader';
import { ReadLimits } from '../reading/ReadLimits';
import { redactUrl } from '../reading/redactUrl';
import { folderOf } from '../reading/safePath';
import { ShapeReader } from '../reading/ShapeReader';
import { isYamlNull, YamlMap, yamlGet } from '../reading/yamlNode';
import { readListedDependency } from './readDependency';
import { readListedOutput } from './readOutput';
import { readWorkingDirectory } from './readWorkingDirectory';
import { redactCommand } from './redactSecrets';

/**
 * Facts of a `.dvc` file, and of DVC 0.x stage files.
 * Source: dvc/schema.py SINGLE_STAGE_SCHEMA, dvc/stage/loader.py SingleStageLoader.
 */
export function readDvcFile(
  path: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Reading<DvcFileFacts> {
  const { root, problems } = parseYaml(bytes, path, limits);
  if (!root) return { facts: undefined, problems };
  const shape = new ShapeReader(path, limits);
  if (root.kind !== 'map') {
    if (!isYamlNull(root)) shape.shape(root, 'the document', 'a mapping');
    const facts = isYamlNull(root) ? emptyFacts(path) : undefined;
    return { facts, problems: [...problems, ...shape.problems] };
  }
  const facts = readStage(shape, root);
  return { facts, problems: [...problems, ...shape.problems] };
}

function readStage(shape: ShapeReader, root: YamlMap): DvcFileFacts {
  const { path } = shape;
  const { deps, outs } = readLists(shape, root);
  const command = shape.text(yamlGet(root, 'cmd'), 'cmd');
  const frozen =
    shape.flag(yamlGet(root, 'frozen'), 'frozen', false) ||
    shape.flag(yamlGet(root, 'locked'), 'locked', false);
  return {
    kind: 'dvc-file',
    path,
    outs,
    deps: markUrlImport(deps, outs, command),
    frozen,
    description: shape.text(yamlGet(root, 'desc'), 'desc'),
    command: command === undefined ? undefined : redactCommand(command),
  };
}

function readLists(shape: ShapeReader, root: YamlMap) {
  const folder = folderOf(shape.path);
  const directory = readWorkingDirectory(shape, folder, yamlGet(root, 'wdir'));
  if (directory === undefined) return { deps: [], outs: [] };
  const deps = shape.items(yamlGet(root, 'deps'), 'deps');
  const outs = shape.items(yamlGet(root, 'outs'), 'outs');
  return {
    deps: deps.flatMap(n => readListedDependency(shape, directory, n) ?? []),
    outs: outs.flatMap(n => readListedOutput(shape, directory, n) ?? []),
  };
}

/** DVC's own rule (`Stage.is_import`): no command, one dependency, one output. */
function markUrlImport(
  deps: DvcDependency[],
  outs: DvcOutput[],
  command: string | undefined,
): DvcDependency[] {
  const [dep] = deps;
  const isImport =
    command === undefined && deps.length === 1 && outs.length === 1;
  if (!isImport || dep.imported) return deps;
  return [
    {
      ...dep,
      imported: {
        kind: 'url',
        url: redactUrl(dep.path),
        rev: undefined,
        revLock: undefined,
        path: undefined,
      },
    },
  ];
}

function emptyFacts(path: string): DvcFileFacts {
  return {
    kind: 'dvc-file',
    path,
    outs: [],
    deps: [],
    frozen: false,
    description: undefined,
    command: undefined,
  };
}
