import { z } from 'zod/v4';
import { Problem } from '../reading/Problem';
import { YamlMap, YamlNode, yamlGet } from '../reading/yamlNode';
import { ReadDocument, readDocument } from './readDocument';

const SUPPORTED = '1';

/**
 * A document that says its `schemaVersion`. One of another version is not read;
 * one that doesn't say it is read as the current one, with a problem.
 */
export function readVersionedDocument<S extends z.ZodType>(
  schema: S,
  root: YamlNode,
  path: string,
): ReadDocument<z.output<S>> {
  if (root.kind !== 'map') return readDocument(schema, root, path);
  const problem = checkVersion(root, path);
  if (problem?.code === 'unsupported-version') {
    return { value: undefined, root, problems: [problem] };
  }
  const read = readDocument(schema, withVersion(root), path);
  return problem ? { ...read, problems: [problem, ...read.problems] } : read;
}

function checkVersion(root: YamlMap, path: string): Problem | undefined {
  const version = yamlGet(root, 'schemaVersion');
  const { line, column } = version ?? root;
  const at = { severity: 'error', path, line, column } as const;
  if (version?.kind !== 'scalar') {
    const args = { where: 'schemaVersion', expected: `given as ${SUPPORTED}` };
    return { code: 'invalid-shape', ...at, args };
  }
  if (version.source === SUPPORTED) return undefined;
  const args = { found: version.source.slice(0, 20), supported: SUPPORTED };
  return { code: 'unsupported-version', ...at, args };
}

/** The version was judged: the schema needs to see it, quoted or not. */
function withVersion(root: YamlMap): YamlMap {
  const { line, column } = root;
  const at = { line, column };
  const value: YamlNode = {
    kind: 'scalar',
    value: 1,
    source: SUPPORTED,
    ...at,
  };
  const others = root.entries.filter(({ key }) => key !== 'schemaVersion');
  return {
    ...root,
    entries: [{ key: 'schemaVersion', value, ...at }, ...others],
  };
}
