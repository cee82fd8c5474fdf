import { DvcDependency, DvcImport } from '../facts/dvc';
import { redactUrl } from '../reading/redactUrl';
import { isAbsolutePath, safePath } from '../reading/safePath';
import { ShapeReader } from '../reading/ShapeReader';
import { YamlNode, yamlGet } from '../reading/yamlNode';
import { readHash } from './readHash';
import { redactCommand } from './redactSecrets';

/**
 * An entry of `deps` in a `.dvc` file or in `dvc.lock`.
 * Source: dvc/dependency/{__init__,repo,db,dataset}.py.
 */
export function readListedDependency(
  shape: ShapeReader,
  directory: string,
  node: YamlNode,
): DvcDependency | undefined {
  if (node.kind !== 'map') {
    shape.shape(node, 'an item of deps', 'a mapping');
    return undefined;
  }
  const database = yamlGet(node, 'db');
  if (database) return readDatabase(shape, database);
  const pathNode = yamlGet(node, 'path');
  const text = shape.text(pathNode, 'deps.path');
  if (!text || !pathNode) {
    shape.shape(node, 'an item of deps', 'a mapping with a path');
    return undefined;
  }
  const facts = {
    hash: readHash(shape, node),
    size: shape.count(yamlGet(node, 'size'), 'size'),
  };
  const repository = yamlGet(node, 'repo');
  if (repository) {
    const imported = readSource(shape, 'dvc', repository, text);
    return { path: text, external: true, ...facts, imported };
  }
  if (text.startsWith('ds://')) {
    const imported = readSource(shape, 'dataset', yamlGet(node, 'dataset'));
    return { path: text, external: true, ...facts, imported };
  }
  const place = readDependencyPath(shape, directory, pathNode, text);
  return { ...place, ...facts, imported: undefined };
}

/**
 * A dependency may lie outside of the repository (DVC follows it), yet what leaves
 * it by `..` means another thing on each machine.
 */
export function readDependencyPath(
  shape: ShapeReader,
  directory: string,
  node: YamlNode,
  text: string,
): { path: string; external: boolean } {
  if (isAbsolutePath(text)) return { path: redactUrl(text), external: true };
  const path = safePath(directory, text);
  if (path !== undefined) return { path, external: false };
  shape.note('unsafe-path', node, { value: text.slice(0, 200) }, 'warning');
  return { path: text, external: true };
}

function readSource(
  shape: ShapeReader,
  kind: DvcImport['kind'],
  node: YamlNode | undefined,
  path?: string,
): DvcImport {
  const text = (key: string) => shape.text(yamlGet(node, key), key);
  const url = text('url');
  return {
    kind,
    url: url === undefined ? undefined : redactUrl(url),
    rev: text('rev'),
    revLock: text('rev_lock'),
    path: path ?? text('path'),
  };
}

/** The connection is the name of a `[db "…"]` section; old versions took a URL. */
function readDatabase(shape: ShapeReader, node: YamlNode): DvcDependency {
  const text = (key: string) => shape.text(yamlGet(node, key), key);
  const query = text('query');
  const path = text('table') ?? (query && redactCommand(query));
  const connection = text('connection');
  return {
    path: path ?? '',
    external: true,
    hash: undefined,
    size: undefined,
    imported: {
      kind: 'db',
      url: connection === undefined ? undefined : redactUrl(connection),
      rev: undefined,
      revLock: undefined,
      path,
    },
  };
}
