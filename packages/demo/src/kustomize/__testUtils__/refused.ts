import { withAll, patchOf, replacing, version } from './caseFiles';
import { CaseFiles, deployment } from './manifests';

/** What the real kustomize refuses, too: files, and what the message must name. */
export const refused: Record<string, [CaseFiles, string]> = {
  'a file that is missing': [
    { 'kustomization.yaml': 'resources: [nowhere.yaml]\n' },
    'nowhere.yaml',
  ],
  'an unknown field': [
    { 'kustomization.yaml': 'resource: [a.yaml]\n' },
    'unknown field "resource"',
  ],
  'no kustomization in a folder': [
    { 'kustomization.yaml': 'resources: [a]\n', 'a/b.txt': '' },
    "couldn't make target for path '<path to cached source>/a'",
  ],
  'two kustomizations in a folder': [
    {
      'kustomization.yaml': 'namespace: a\n',
      'kustomization.yml': 'namespace: b\n',
    },
    'Found multiple kustomization files',
  ],
  'a cycle': [
    {
      'kustomization.yaml': 'resources: [a]\n',
      'a/kustomization.yaml': 'resources: [../b]\n',
      'b/kustomization.yaml': 'resources: [../a]\n',
    },
    'cycle detected',
  ],
  itself: [{ 'kustomization.yaml': 'resources: [.]\n' }, 'cycle detected'],
  'a file above': [
    {
      'kustomization.yaml': 'resources: [a]\n',
      'a/kustomization.yaml': 'resources: [../b.yaml]\n',
      'b.yaml': deployment,
    },
    'is not in or below',
  ],
  'no YAML': [
    { 'kustomization.yaml': 'resources: [a.yaml]\n', 'a.yaml': 'a: [\n' },
    'MalformedYAMLError: yaml: line',
  ],
  'two of one name': [
    {
      'kustomization.yaml': 'resources: [a.yaml, b.yaml]\n',
      'a.yaml': deployment,
      'b.yaml': deployment,
    },
    'may not add resource with an already registered id: Deployment.v1.apps/web.[noNs]',
  ],
  'no kind': [
    {
      'kustomization.yaml': 'resources: [a.yaml]\n',
      'a.yaml': 'metadata: {name: a}\n',
    },
    'missing kind',
  ],
  'no name': [
    {
      'kustomization.yaml': 'resources: [a.yaml]\n',
      'a.yaml': 'apiVersion: v1\nkind: Pod\n',
    },
    'missing metadata.name',
  ],
  'a text that YAML 1.1 takes for a boolean': [
    { 'kustomization.yaml': 'namespace: n\n' },
    'invalid Kustomization: namespace',
  ],
  'a number as a key': [
    {
      'kustomization.yaml':
        'configMapGenerator: [{name: c, literals: [9=a]}]\n',
    },
    'the key 9 of c is no text',
  ],
  'a number as a key of a manifest': [
    {
      'kustomization.yaml': 'resources: [a.yaml]\n',
      'a.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {9: a}\n',
    },
    'the key 9 is no text',
  ],
  'a patch of nothing': [
    withAll('patches: [{path: p.yaml}]\n', {
      'p.yaml': deployment.replace('name: web', 'name: none'),
    }),
    'no resource matches strategic merge patch "Deployment.v1.apps/none.[noNs]"',
  ],
  'a JSON patch without a target': [
    withAll('patches: [{patch: "- {op: remove, path: /a}"}]\n'),
    'must specify a target for JSON patch',
  ],
  'a JSON patch of a path that is not there': [
    patchOf('- {op: replace, path: /spec/nothing/here, value: 1}'),
    'missing path: "/spec/nothing/here"',
  ],
  'a JSON patch that removes nothing': [
    patchOf('- {op: remove, path: /spec/nothing}'),
    '/spec/nothing',
  ],
  'a test that fails': [
    patchOf('- {op: test, path: /spec/replicas, value: 9}'),
    '/spec/replicas',
  ],
  'replicas of nothing': [
    withAll('replicas: [{name: none, count: 1}]\n'),
    'resource with name none does not match',
  ],
  'a replacement without a source': [
    replacing('{kind: ConfigMap, name: none}', '{select: {kind: Job}}'),
    'nothing selected by ConfigMap.[noVer].[noGrp]/none.[noNs]',
  ],
  'a replacement of several sources': [
    replacing('{name: web}', '{select: {kind: Job}}'),
    'multiple matches for selector',
  ],
  'a replacement of a field that is not there': [
    replacing(version, '{select: {kind: Job}, fieldPaths: [spec.a.b]}'),
    'unable to find field "spec.a.b" in replacement target',
  ],
  'a key that comes twice': [
    {
      'kustomization.yaml':
        'configMapGenerator: [{name: c, literals: [a=1, a=2]}]\n',
    },
    'illegally repeats the key `a`',
  ],
  'a literal without a value': [
    {
      'kustomization.yaml': 'configMapGenerator: [{name: c, literals: [a]}]\n',
    },
    'invalid literal source a',
  ],
  'a merge of nothing': [
    {
      'kustomization.yaml':
        'configMapGenerator: [{name: c, behavior: merge, literals: [a=1]}]\n',
    },
    'does not exist; cannot merge or replace',
  ],
  'a component among the resources': [
    {
      'kustomization.yaml': 'resources: [c]\n',
      'c/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamespace: a\n',
    },
    "expected kind != 'Component'",
  ],
  'another version': [
    {
      'kustomization.yaml':
        'apiVersion: v2\nkind: Kustomization\nnamespace: a\n',
    },
    'apiVersion for Kustomization should be',
  ],
  'an empty one': [
    { 'kustomization.yaml': '# nothing\n' },
    'kustomization.yaml is empty',
  ],
  'two namespaces that become one': [
    {
      'kustomization.yaml': 'namespace: one\nresources: [a.yaml]\n',
      'a.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: x}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: y}\n',
    },
    'namespace transformation produces ID conflict',
  ],
};
