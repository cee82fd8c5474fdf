import { FeatureStoreFacts } from '../../facts/feast';
import { parseYaml } from '../../reading/parseYaml';
import { Problem } from '../../reading/Problem';
import { Reading } from '../../reading/Reader';
import { ReadLimits } from '../../reading/ReadLimits';
import {
  isYamlNull,
  yamlGet,
  YamlNode,
  yamlText,
} from '../../reading/yamlNode';
import { redactSetting } from './redactSetting';

/**
 * `feature_store.yaml`. Environment variables stay as they are written; defaults
 * are Feast's own only for the type of a registry that is given.
 * Source: feast/repo_config.py.
 */
export function readFeatureStore(
  bytes: Uint8Array,
  path: string,
  limits: ReadLimits,
): Reading<FeatureStoreFacts> & { facts: FeatureStoreFacts } {
  const { root, problems } = parseYaml(bytes, path, limits, 'pyyaml');
  if (!root) return { facts: emptyStore(path), problems };
  if (root.kind !== 'map') {
    const problem = invalidShape(path, root, 'The file', 'a mapping');
    return { facts: emptyStore(path), problems: [...problems, problem] };
  }
  const project = yamlText(yamlGet(root, 'project'));
  const missing =
    project === undefined
      ? [invalidShape(path, root, 'project', 'a name')]
      : [];
  const facts: FeatureStoreFacts = {
    path,
    project,
    provider: yamlText(yamlGet(root, 'provider')),
    registry: readRegistry(yamlGet(root, 'registry')),
    onlineStore: readStore(yamlGet(root, 'online_store')),
    offlineStore: readStore(yamlGet(root, 'offline_store')),
    settings: flatten(root, limits.entries),
  };
  return { facts, problems: [...problems, ...missing] };
}

/** What is known of a feature_store.yaml that can't be read. */
export function emptyStore(path: string): FeatureStoreFacts {
  return {
    path,
    project: undefined,
    provider: undefined,
    registry: undefined,
    onlineStore: undefined,
    offlineStore: undefined,
    settings: {},
  };
}

function invalidShape(
  path: string,
  node: YamlNode,
  where: string,
  expected: string,
): Problem {
  return {
    code: 'invalid-shape',
    severity: 'error',
    path,
    line: node.line,
    args: { where, expected },
  };
}

function readRegistry(
  node: YamlNode | undefined,
): FeatureStoreFacts['registry'] {
  const text = yamlText(node);
  if (text !== undefined)
    return { type: 'file', path: redactSetting('registry', text) };
  if (node?.kind !== 'map') return undefined;
  const path = yamlText(yamlGet(node, 'path'));
  return {
    type: yamlText(yamlGet(node, 'registry_type')) ?? 'file',
    path: path === undefined ? undefined : redactSetting('registry.path', path),
  };
}

/** A store by its `type`, or by its type alone. */
function readStore(node: YamlNode | undefined): { type: string } | undefined {
  const type = yamlText(node) ?? yamlText(yamlGet(node, 'type'));
  return type === undefined ? undefined : { type };
}

/** Dotted keys; the root's `project` and `provider` have their own place. */
function flatten(root: YamlNode, limit: number): Record<string, string> {
  const settings: [string, string][] = [];
  const visit = (node: YamlNode, key: string): void => {
    if (settings.length >= limit) return;
    if (node.kind === 'map') {
      for (const each of node.entries) visit(each.value, join(key, each.key));
    } else if (node.kind === 'list') {
      node.items.forEach((item, index) =>
        visit(item, join(key, String(index))),
      );
    } else if (!isYamlNull(node)) {
      settings.push([key, redactSetting(key, node.source)]);
    }
  };
  visit(root, '');
  const own = new Set(['project', 'provider']);
  return Object.fromEntries(settings.filter(([key]) => !own.has(key)));
}

function join(key: string, part: string): string {
  return key === '' ? part : `${key}.${part}`;
}
