import { DvcOutput } from '../facts/dvc';
import { ShapeReader } from '../reading/ShapeReader';
import { YamlNode, yamlGet } from '../reading/yamlNode';
import { hashListing } from './hashListing';
import { readHash } from './readHash';
import { DvcPath, readPath } from './readPath';

/** What an entry of `outs` says beside its path; `dvc.yaml` has it below the path. */
interface OutputSource {
  shape: ShapeReader;
  place: DvcPath;
  node: YamlNode;
  /** Where the path is written. */
  line: number;
  role: DvcOutput['role'];
}

/** An entry of `outs` in a `.dvc` file or in `dvc.lock`. */
export function readListedOutput(
  shape: ShapeReader,
  directory: string,
  node: YamlNode,
): DvcOutput | undefined {
  if (node.kind !== 'map') {
    shape.shape(node, 'an item of outs', 'a mapping');
    return undefined;
  }
  const path = yamlGet(node, 'path');
  if (!path) {
    shape.shape(node, 'an item of outs', 'a mapping with a path');
    return undefined;
  }
  const place = readPath(shape, directory, path, 'outs.path');
  if (!place) return undefined;
  const { line } = path;
  return readOutput({ shape, place, node, line, role: readRole(node) });
}

/** Facts of one output. Source: dvc/output.py SCHEMA, dvc/annotations.py. */
export function readOutput(source: OutputSource): DvcOutput {
  const { shape, place, node, line, role } = source;
  const contents = readContents(shape, node);
  const hash = hashListing(shape, node, contents) ?? readHash(shape, node);
  const files =
    shape.count(yamlGet(node, 'nfiles'), 'nfiles') ?? contents?.length;
  const isDirectory = files !== undefined || hash?.value.endsWith('.dir');
  return {
    ...place,
    kind: isDirectory ? 'directory' : 'file',
    hash,
    size: shape.count(yamlGet(node, 'size'), 'size') ?? sumOfSizes(contents),
    files,
    isExec: shape.flag(yamlGet(node, 'isexec'), 'isexec', false),
    cache: shape.flag(yamlGet(node, 'cache'), 'cache', true),
    push: shape.flag(yamlGet(node, 'push'), 'push', true),
    persist: shape.flag(yamlGet(node, 'persist'), 'persist', false),
    remote: shape.text(yamlGet(node, 'remote'), 'remote')?.toLowerCase(),
    role,
    description: shape.text(yamlGet(node, 'desc'), 'desc'),
    type: shape.text(yamlGet(node, 'type'), 'type'),
    labels: shape.texts(yamlGet(node, 'labels'), 'labels'),
    contents,
    declaredIn: { path: shape.path, line },
  };
}

/** Before DVC 1.0 an output said by itself that it is a metric or a plot. */
function readRole(node: YamlNode): DvcOutput['role'] {
  if (isSet(yamlGet(node, 'metric'))) return 'metrics';
  return isSet(yamlGet(node, 'plot')) ? 'plots' : 'data';
}

function isSet(node: YamlNode | undefined): boolean {
  if (node === undefined) return false;
  return node.kind === 'scalar'
    ? node.value !== false && node.value !== null
    : true;
}

function readContents(
  shape: ShapeReader,
  node: YamlNode,
): DvcOutput['contents'] {
  const files = yamlGet(node, 'files');
  if (!files) return undefined;
  return shape.items(files, 'files').flatMap(file => {
    const relpath = yamlGet(file, 'relpath');
    const place = relpath && readPath(shape, '', relpath, 'files.relpath');
    if (!place || place.external) {
      shape.shape(file, 'an item of files', 'a mapping with a relpath');
      return [];
    }
    const size = shape.count(yamlGet(file, 'size'), 'size');
    return [{ path: place.path, hash: readHash(shape, file), size }];
  });
}

/** Unknown as soon as one part is. */
function sumOfSizes(contents: DvcOutput['contents']): number | undefined {
  let sum: number | undefined = contents ? 0 : undefined;
  for (const { size } of contents ?? []) {
    sum = sum === undefined || size === undefined ? undefined : sum + size;
  }
  return sum;
}
