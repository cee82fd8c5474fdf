import {
  KustomizationFacts,
  KustomizationImage,
  KustomizationReference,
} from '../../facts/gitops';
import { parseYaml } from '../../reading/parseYaml';
import { Reading } from '../../reading/Reader';
import { ReadLimits } from '../../reading/ReadLimits';
import { folderOf, isAbsolutePath, safePath } from '../../reading/safePath';
import { ShapeReader } from '../../reading/ShapeReader';
import { YamlNode, yamlGet, yamlText } from '../../reading/yamlNode';

/** Lists of files or folders. */
const LISTS = [
  'resources',
  'bases',
  'components',
  'crds',
  'configurations',
  'patchesStrategicMerge',
  'transformers',
  'generators',
  'validators',
];
/** Lists of mappings with a `path`. */
const WITH_PATH = ['patches', 'patchesJson6902', 'replacements'];
const GENERATORS = ['configMapGenerator', 'secretGenerator'];

/** Reads which files and folders a kustomization names (kustomize 5, api/types/kustomization.go). */
export function readKustomization(
  path: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Reading<KustomizationFacts> {
  const { root, problems } = parseYaml(bytes, path, limits, 'pyyaml');
  if (!root) return { facts: undefined, problems };
  const shape = new ShapeReader(path, limits);
  shape.entries(root, 'A kustomization');
  const folder = folderOf(path);
  const references = collectNodes(root, shape).flatMap(node =>
    toReference(node, folder, shape),
  );
  return {
    facts: {
      kind: 'kustomization',
      path,
      folder,
      isComponent: yamlText(yamlGet(root, 'kind')) === 'Component',
      references,
      images: shape
        .items(yamlGet(root, 'images'), 'images')
        .flatMap(item => toImage(item, shape)),
    },
    problems: [...problems, ...shape.problems],
  };
}

function collectNodes(root: YamlNode, shape: ShapeReader): YamlNode[] {
  const items = (key: string) => shape.items(yamlGet(root, key), key);
  const paths = WITH_PATH.flatMap(items).map(item => yamlGet(item, 'path'));
  const charts = items('helmCharts');
  const single = [
    yamlGet(yamlGet(root, 'openapi'), 'path'),
    ...paths,
    ...charts.map(chart => yamlGet(chart, 'valuesFile')),
  ];
  return [
    ...LISTS.flatMap(items),
    ...single.flatMap(node => (node ? [node] : [])),
    ...GENERATORS.flatMap(items).flatMap(item => listInputs(item, shape)),
    ...charts.flatMap(chart =>
      shape.items(yamlGet(chart, 'additionalValuesFiles'), 'helmCharts'),
    ),
  ];
}

/** Source: kustomize, api/types/image.go. */
function toImage(item: YamlNode, shape: ShapeReader): KustomizationImage[] {
  const text = (key: string) => {
    const node = yamlGet(item, key);
    return node && shape.text(node, `${key} of images`);
  };
  const repository = text('newName') || text('name');
  return repository
    ? [
        {
          repository,
          tag: text('newTag') || undefined,
          digest: text('digest') || undefined,
        },
      ]
    : [];
}

/** The files of a generator; `files` may have a key before `=`. */
function listInputs(generator: YamlNode, shape: ShapeReader): YamlNode[] {
  const single = yamlGet(generator, 'env');
  return [
    ...shape.items(yamlGet(generator, 'envs'), 'envs'),
    ...(single ? [single] : []),
    ...shape.items(yamlGet(generator, 'files'), 'files'),
  ];
}

function toReference(
  node: YamlNode,
  folder: string,
  shape: ShapeReader,
): KustomizationReference[] {
  const text = shape.text(node, 'A reference of a kustomization');
  // A patch or transformer may also stand here itself, as YAML.
  if (text === undefined || text.includes('\n')) return [];
  const value = text.replace(/^[^=/]*=/, '');
  const { line, column } = node;
  if (isRemote(value)) return [{ value, path: undefined, line }];
  const path = safePath(folder, value);
  if (path === undefined) {
    shape.note('unsafe-path', { line, column }, { value });
    return [];
  }
  return [{ value, path, line }];
}

/** Git or HTTP, as kustomize's loader tells them apart from paths. */
function isRemote(value: string): boolean {
  return (
    isAbsolutePath(value) ||
    /\?(?:ref|version|timeout)=/.test(value) ||
    /^(?:git@|[^/]+\.[a-z]{2,}\/[^/]+\/[^/]+)/.test(value)
  );
}
