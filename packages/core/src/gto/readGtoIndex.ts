import { DvcArtifact } from '../facts/dvc';
import { GtoIndexFacts } from '../facts/gto';
import { ARTIFACT_NAME } from '../reading/artifactName';
import { parseYaml } from '../reading/parseYaml';
import { Problem } from '../reading/Problem';
import { Reading } from '../reading/Reader';
import { ReadLimits } from '../reading/ReadLimits';
import { redactUrl } from '../reading/redactUrl';
import { isAbsolutePath, safePath } from '../reading/safePath';
import { YamlEntry, YamlNode, yamlGet, yamlText } from '../reading/yamlNode';

const NAME = new RegExp(`^${ARTIFACT_NAME}$`);

const KEYS = ['type', 'path', 'virtual', 'labels', 'description'];

/**
 * Reads GTO's old index, `artifacts.yaml` at the root: name → type, path, labels,
 * description. Other tools use that name too; a file in which nothing has one of
 * these keys is passed over. Source: gto/index.py `Artifact`, `Index`.
 */
export function readGtoIndex(
  path: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Reading<GtoIndexFacts> {
  const { root, problems } = parseYaml(bytes, path, limits);
  if (!root) return { facts: undefined, problems };
  if (root.kind !== 'map' || !root.entries.some(isArtifact)) {
    return { facts: undefined, problems: [] };
  }
  const within = root.entries.slice(0, limits.entries);
  if (within.length < root.entries.length) {
    const args = { what: 'artifacts', limit: limits.entries };
    problems.push({ code: 'limit-exceeded', severity: 'error', path, args });
  }
  const artifacts = within.flatMap(
    entry => readArtifact(entry, path, problems) ?? [],
  );
  return { facts: { kind: 'gto-index', path, artifacts }, problems };
}

function isArtifact({ value }: YamlEntry): boolean {
  return KEYS.some(key => yamlGet(value, key) !== undefined);
}

function readArtifact(
  entry: YamlEntry,
  file: string,
  problems: Problem[],
): DvcArtifact | undefined {
  const { key: name, value, line, column } = entry;
  const at = { severity: 'error', path: file, line, column } as const;
  if (!NAME.test(name)) {
    const expected = 'a name that GTO can tag';
    const args = { where: 'the name', value: name.slice(0, 80), expected };
    problems.push({ code: 'invalid-value', ...at, args });
    return undefined;
  }
  if (value.kind !== 'map') {
    const args = { where: name, expected: 'a mapping' };
    problems.push({ code: 'invalid-shape', ...at, args });
    return undefined;
  }
  const declared = yamlText(yamlGet(value, 'path'));
  const path = declared === undefined ? undefined : resolvePath(declared);
  if (declared !== undefined && path === undefined) {
    const args = { value: declared.slice(0, 200) };
    problems.push({ code: 'unsafe-path', ...at, args });
  }
  return {
    name,
    path,
    type: yamlText(yamlGet(value, 'type')),
    description: yamlText(yamlGet(value, 'description')) || undefined,
    labels: readLabels(yamlGet(value, 'labels')),
    declaredIn: { path: file, line },
  };
}

/** A URL is an external artifact, and stays as it is. */
function resolvePath(declared: string): string | undefined {
  return isAbsolutePath(declared) && declared.includes('://')
    ? redactUrl(declared)
    : safePath('', declared);
}

function readLabels(node: YamlNode | undefined): string[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap(item => yamlText(item) ?? []);
}
