import { ModelDescriptorFacts } from '../facts/descriptor';
import { decodeText } from '../reading/decodeText';
import { parseYaml } from '../reading/parseYaml';
import { Problem } from '../reading/Problem';
import { Reading } from '../reading/Reader';
import { ReadLimits } from '../reading/ReadLimits';
import { YamlNode, yamlGet } from '../reading/yamlNode';
import { findYaml } from './editYaml';
import { modelDescriptorSchema } from './modelDescriptorSchema';
import { readVersionedDocument } from './readVersionedDocument';
import { resolveDeclaredPath } from './resolveDeclaredPath';
import { takeWithin } from './takeWithin';

const NOTHING: Reading<ModelDescriptorFacts> = {
  facts: undefined,
  problems: [],
};

/**
 * Reads `models/<model>.yaml`. Folders of that name hold YAML of many tools, so
 * what doesn't say `schemaVersion` and `name`, as a descriptor does, is passed
 * over without a word.
 */
export function readModelDescriptor(
  path: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Reading<ModelDescriptorFacts> {
  const text = decodeText(bytes, path, limits);
  if (!('text' in text) || !/^schemaVersion[ \t]*:/m.test(text.text)) {
    return NOTHING;
  }
  const { root, problems } = parseYaml(bytes, path, limits);
  if (!root) return { facts: undefined, problems };
  if (!isDescriptor(root)) return NOTHING;
  const read = readVersionedDocument(modelDescriptorSchema, root, path);
  problems.push(...read.problems);
  if (!read.value) return { facts: undefined, problems };
  const facts = toFacts(read.value, {
    root: read.root,
    path,
    limits,
    problems,
  });
  return { facts, problems };
}

/** Kubernetes, dbt and others have other marks. */
function isDescriptor(root: YamlNode): boolean {
  const version = yamlGet(root, 'schemaVersion');
  if (version?.kind !== 'scalar' || yamlGet(root, 'apiVersion')) return false;
  return version.source === '1' || yamlGet(root, 'name') !== undefined;
}

type Document = ReturnType<typeof modelDescriptorSchema.parse>;

function toFacts(
  document: Document,
  context: {
    root: YamlNode;
    path: string;
    limits: ReadLimits;
    problems: Problem[];
  },
): ModelDescriptorFacts {
  const { root, path, problems } = context;
  const folder = findFolder(path);
  const resolve = (key: 'artifact' | 'metrics' | 'driftBaseline') =>
    resolveDeclaredPath({
      declared: document[key],
      base: folder,
      root,
      at: [key],
      path,
      problems,
    });
  const limits = Object.entries(document.thresholds ?? {});
  return {
    kind: 'model-descriptor',
    path,
    folder,
    name: document.name,
    description: document.description,
    artifact: resolve('artifact'),
    featureService: document.featureService,
    metrics: resolve('metrics'),
    thresholds: takeWithin(limits, 'thresholds', context).map(
      ([metric, { min, max }]) => ({ metric, min, max }),
    ),
    mainMetric: document.mainMetric,
    driftBaseline: resolve('driftBaseline'),
    declaredIn: { path, line: findYaml(root, ['name']).line },
  };
}

/** The folder that holds the outermost `models` of a path, `''` for the root. */
function findFolder(path: string): string {
  const parts = path.split('/');
  return parts.slice(0, parts.indexOf('models')).join('/');
}
