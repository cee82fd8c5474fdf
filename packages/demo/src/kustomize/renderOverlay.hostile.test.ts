import { createFileTree } from './__testUtils__/fileTree';
import { renderOverlay } from './renderOverlay';

const render = (files: Record<string, string>, overlay = 'o') =>
  renderOverlay(createFileTree(new Map(Object.entries(files))), overlay);
const refusal = (text: string, more: object = {}) => ({
  error: expect.objectContaining({
    message: expect.stringContaining(text),
    ...more,
  }),
});
const map = (spec: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n${spec}\n`;
const bomb = ['a: &a0 [x, x]']
  .concat(
    [...Array(40).keys()].map(
      each => `b${each}: &a${each + 1} [*a${each}, *a${each}]`,
    ),
  )
  .join('\n');
const doubling = `resources: [a.yaml]\nreplacements:\n${'- {source: {kind: ConfigMap, fieldPath: data}, targets: [{select: {kind: ConfigMap}, fieldPaths: [data.x, data.y], options: {create: true}}]}\n'.repeat(
  40,
)}`;

it('says of a folder that is missing what the recorded Argo CD says', async () => {
  const folder = '<path to cached source>/infra/nobase';
  expect(
    await render(
      { 'infra/staging/kustomization.yaml': 'resources: [../nobase]\n' },
      'infra/staging',
    ),
  ).toEqual({
    error: {
      message: `Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = \`kustomize build <path to cached source>/infra/staging\` failed exit status 1: Error: accumulating resources: accumulation err='accumulating resources from '../nobase': evalsymlink failure on '${folder}' : lstat ${folder}: no such file or directory': must build at directory: not a valid directory: evalsymlink failure on '${folder}' : lstat ${folder}: no such file or directory`,
      path: 'infra/nobase',
    },
  });
});

it.each(['vars', 'helmCharts', 'sortOptions', 'transformers', 'crds'])(
  'names file and field of %s, which it does not render',
  async field => {
    expect(await render({ 'o/kustomization.yaml': `${field}: []\n` })).toEqual(
      refusal(`o/kustomization.yaml: field "${field}" is outside the subset`, {
        path: 'o/kustomization.yaml',
        field,
      }),
    );
  },
);

it.each([
  [
    'a path out of the repository',
    { 'o/kustomization.yaml': 'resources: [../../../etc]\n' },
    'no such file or directory',
  ],
  [
    'an absolute path',
    { 'o/kustomization.yaml': 'resources: [/etc]\n' },
    'cannot be absolute',
  ],
  [
    'a repository elsewhere',
    { 'o/kustomization.yaml': 'resources: ["https://example.com/a?ref=b"]\n' },
    'is not in this repository',
  ],
  [
    'aliases that multiply',
    { 'o/kustomization.yaml': 'resources: [a.yaml]\n', 'o/a.yaml': bomb },
    'Excessive alias count',
  ],
  [
    'values too deep',
    {
      'o/kustomization.yaml': 'resources: [a.yaml]\n',
      'o/a.yaml': map(`x: ${'['.repeat(5000)}${']'.repeat(5000)}`),
    },
    'MalformedYAMLError',
  ],
  [
    'a key that is no key',
    {
      'o/kustomization.yaml': 'resources: [a.yaml]\n',
      'o/a.yaml': map('__proto__: {a: b}'),
    },
    '__proto__',
  ],
  [
    'a file too large',
    {
      'o/kustomization.yaml': 'resources: [a.yaml]\n',
      'o/a.yaml': 'x'.repeat(1024 * 1024 + 1),
    },
    'o/a.yaml is too large',
  ],
  [
    'no text',
    {
      'o/kustomization.yaml': 'configMapGenerator: [{name: a, files: [b]}]\n',
      'o/b': '\uFFFD',
    },
    'o/b is no UTF-8 text',
  ],
  [
    'a resource that grows',
    { 'o/kustomization.yaml': doubling, 'o/a.yaml': map('data: {a: b}') },
    'too large for the demo',
  ],
  [
    'a pattern that is none',
    {
      'o/kustomization.yaml':
        'resources: [a.yaml]\npatches: [{target: {name: "("}, patch: "[]"}]\n',
      'o/a.yaml': map(''),
    },
    'error parsing regexp',
  ],
])('refuses %s', async (_, files: Record<string, string>, text) => {
  expect(await render(files)).toEqual(refusal(text));
});

it('takes linear time for a pattern that backtracks elsewhere', async () => {
  const files = {
    'o/kustomization.yaml':
      'resources: [a.yaml]\npatches: [{target: {name: "(a+)+b"}, patch: "[]"}]\n',
    'o/a.yaml': map('').replace('name: a', `name: ${'a'.repeat(250)}`),
  };
  expect(await render(files)).toHaveProperty('objects.length', 1);
});

it('answers with what the tree says where it can not read', async () => {
  const tree = {
    read: () => Promise.reject(new Error('o/kustomization.yaml is gone')),
    list: async () => ['kustomization.yaml'],
  };
  expect(await renderOverlay(tree, 'o')).toEqual(
    refusal('Error: o/kustomization.yaml is gone', { path: 'o' }),
  );
});
