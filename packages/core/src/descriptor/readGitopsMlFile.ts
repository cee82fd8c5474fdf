import { GitopsMlFileFacts } from '../facts/descriptor';
import { parseYaml } from '../reading/parseYaml';
import { Problem } from '../reading/Problem';
import { Reading } from '../reading/Reader';
import { ReadLimits } from '../reading/ReadLimits';
import { folderOf } from '../reading/safePath';
import { YamlNode } from '../reading/yamlNode';
import { findYaml } from './editYaml';
import { gitopsMlFileSchema } from './gitopsMlFileSchema';
import { readVersionedDocument } from './readVersionedDocument';
import { resolveDeclaredPath } from './resolveDeclaredPath';
import { takeWithin } from './takeWithin';

type Document = ReturnType<typeof gitopsMlFileSchema.parse>;

/** Reads `gitops-ml.yaml`. */
export function readGitopsMlFile(
  path: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Reading<GitopsMlFileFacts> {
  const { root, problems } = parseYaml(bytes, path, limits);
  if (!root) return { facts: undefined, problems };
  const read = readVersionedDocument(gitopsMlFileSchema, root, path);
  problems.push(...read.problems);
  if (!read.value) return { facts: undefined, problems };
  const { template, environments = [] } = read.value;
  const context = { root: read.root, path, limits, problems };
  const within = takeWithin(environments, 'environments', context);
  return {
    facts: {
      kind: 'gitops-ml-file',
      path,
      template,
      environments: toEnvironments(within, context),
    },
    problems,
  };
}

/** Of two environments with one name the first is kept. */
function toEnvironments(
  environments: NonNullable<Document['environments']>,
  context: { root: YamlNode; path: string; problems: Problem[] },
): GitopsMlFileFacts['environments'] {
  const { root, path, problems } = context;
  const lines = new Map<string, number>();
  return environments.flatMap((environment, index) => {
    const { name, instance, cluster, namespace, revision } = environment;
    const { line, column } = findYaml(root, ['environments', index, 'name']);
    const first = lines.get(name);
    if (first !== undefined) {
      const args = { kind: 'environment', name, other: `line ${first}` };
      const at = { severity: 'error', path, line, column } as const;
      problems.push({ code: 'duplicate-name', ...at, args });
      return [];
    }
    lines.set(name, line);
    const overlay = resolveDeclaredPath({
      declared: environment.overlay,
      base: folderOf(path),
      root,
      at: ['environments', index, 'overlay'],
      path,
      problems,
    });
    return [{ name, instance, cluster, namespace, overlay, revision }];
  });
}
