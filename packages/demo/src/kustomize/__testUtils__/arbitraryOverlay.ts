import fc from 'fast-check';
import { CaseFiles, manifests } from './manifests';

const kind = fc.constantFrom(
  'Deployment',
  'Service',
  'Rollout',
  'Job',
  'StatefulSet',
  'ConfigMap',
);
const text = fc.constantFrom(
  'a',
  '1',
  'true',
  'v1.0',
  '0755',
  'null',
  'a b',
  '~',
  'ümlaut',
  '',
);
const key = fc.constantFrom('app', 'team', 'example.com/note');
const texts = fc.dictionary(key, text, { minKeys: 1, maxKeys: 2 });
const image = fc.constantFrom(
  'nginx',
  'sidecar',
  'tool',
  'db',
  'registry:5000/tool',
);

// Two transformers that set one key share the value's node in kustomize, and the
// second then changes what the first alone wrote: each has keys of its own here.
const textsOf = (...keys: string[]) =>
  fc.dictionary(fc.constantFrom(...keys), text, { minKeys: 1, maxKeys: 2 });
const labelsOf = (own: string) =>
  fc
    .record(
      {
        pairs: textsOf(`${own}/a`, `${own}/b`),
        includeSelectors: fc.boolean(),
        includeTemplates: fc.boolean(),
        fields: fc.constant([
          {
            kind: 'Rollout',
            path: 'spec/template/metadata/labels',
            create: true,
          },
        ]),
      },
      { requiredKeys: ['pairs'] },
    )
    .map(each => [each]);
const images = fc.array(
  fc.record(
    {
      name: image,
      newName: fc.constantFrom('host:1/new', 'new'),
      newTag: fc.constantFrom('2', 'v1.0'),
      digest: fc.constant('sha256:00ff'),
    },
    { requiredKeys: ['name'] },
  ),
  { maxLength: 3 },
);
const target = fc.record(
  {
    kind,
    name: fc.constantFrom('w.*', 'web', '.*'),
    labelSelector: fc.constantFrom('app=web', 'app', '!app'),
  },
  { requiredKeys: ['kind'] },
);
const jsonPatch = fc.record({
  target,
  patch: fc.constantFrom(
    '[{"op": "add", "path": "/metadata/annotations/a~1b", "value": "c"}]',
    '- op: add\n  path: /metadata/labels\n  value: {team: b}\n',
    '- op: replace\n  path: /metadata/name\n  value: renamed\n',
    '- {op: add, path: /spec/extra, value: [1, {a: null}]}\n- {op: copy, from: /spec/extra/1, path: /spec/extra/0}',
  ),
});
const element = fc.record(
  {
    name: fc.constantFrom('web', 'side', 'new'),
    image: fc.constantFrom('a', 'nginx:2'),
    args: fc.array(text, { maxLength: 2 }),
    env: fc.array(
      fc.record({ name: fc.constantFrom('A', 'B', 'C'), value: text }),
      { maxLength: 3 },
    ),
    ports: fc.array(
      fc.record(
        {
          containerPort: fc.constantFrom(80, 81, 82),
          protocol: fc.constantFrom('TCP', 'UDP'),
          name: fc.constantFrom('p', 'q'),
        },
        { requiredKeys: ['containerPort'] },
      ),
      { maxLength: 3 },
    ),
    $patch: fc.constantFrom('delete', 'merge'),
  },
  { requiredKeys: ['name'] },
);
const mergePatch = fc
  .record({
    apiVersion: fc.constant('apps/v1'),
    kind: fc.constant('Deployment'),
    metadata: fc.record(
      { name: fc.constant('web'), labels: texts, annotations: texts },
      { requiredKeys: ['name'] },
    ),
    spec: fc.record(
      {
        replicas: fc.constantFrom(null, 3),
        paused: fc.boolean(),
        template: fc.record({
          spec: fc.record(
            {
              containers: fc.uniqueArray(element, {
                maxLength: 3,
                selector: ({ name: own }) => own,
              }),
              volumes: fc.constantFrom(
                [{ name: 'tmp', emptyDir: null }],
                [{ $patch: 'replace' }, { name: 'x', emptyDir: {} }],
              ),
            },
            { requiredKeys: [] },
          ),
        }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(patch => ({ patch: JSON.stringify(patch) }));
const generator = fc.record(
  {
    name: fc.constantFrom('settings', 'token', 'more'),
    literals: fc
      .uniqueArray(fc.constantFrom('a', 'b', 'C_D', 'e.f'), { maxLength: 3 })
      .chain(keys =>
        fc.tuple(...keys.map(each => text.map(value => `${each}=${value}`))),
      ),
    behavior: fc.constant('create'),
    options: fc.record(
      {
        labels: texts,
        annotations: texts,
        disableNameSuffixHash: fc.boolean(),
        immutable: fc.constant(true),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['name', 'literals'] },
);
const fieldPath = fc.constantFrom(
  'metadata.name',
  'metadata.labels.app',
  'spec.replicas',
  'spec.template.spec.containers.0.image',
  'data.a',
);
const replacement = fc.record({
  source: fc.record({
    kind: fc.constantFrom('Deployment', 'Rollout', 'Service'),
    name: fc.constant('web'),
    fieldPath: fc.constantFrom('metadata.name', 'kind'),
  }),
  targets: fc.array(
    fc.record(
      {
        select: fc.record({ kind }),
        fieldPaths: fc.array(
          fc.oneof(
            fieldPath,
            fc.constantFrom(
              'metadata.annotations.made',
              'spec.template.spec.containers.[name=web].image',
              'spec.template.spec.containers.*.image',
            ),
          ),
          { minLength: 1, maxLength: 2 },
        ),
        options: fc.record(
          {
            create: fc.boolean(),
            delimiter: fc.constantFrom(':', '.'),
            index: fc.constantFrom(0, 1, -1),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ['select', 'fieldPaths'] },
    ),
    { minLength: 1, maxLength: 2 },
  ),
});
const layerOf = (own: string) =>
  fc.record(
    {
      namespace: fc.constantFrom('one', 'two'),
      namePrefix: fc.constantFrom('x-', 'p-'),
      nameSuffix: fc.constantFrom('-s', '-1'),
      labels: labelsOf(own),
      images,
      commonAnnotations: textsOf(`${own}/c`, `${own}/d`),
      replicas: fc.array(
        fc.record({ name: fc.constantFrom('web', 'db'), count: fc.nat(5) }),
        { maxLength: 2 },
      ),
      patches: fc.array(fc.oneof(jsonPatch, mergePatch), { maxLength: 2 }),
      configMapGenerator: fc.array(generator, { maxLength: 1 }),
      secretGenerator: fc.array(generator, { maxLength: 1 }),
      replacements: fc.array(replacement, { maxLength: 1 }),
    },
    { requiredKeys: [] },
  );

/** Two layers of any supported fields over the same manifests, and a component at times. */
export const arbitraryOverlay: fc.Arbitrary<CaseFiles> = fc
  .record({
    base: layerOf('base'),
    overlay: layerOf('overlay'),
    component: fc.option(layerOf('component'), { nil: undefined }),
  })
  .map(({ base, overlay, component }) => ({
    ...Object.fromEntries(
      Object.entries(manifests).map(([file, each]) => [`base/${file}`, each]),
    ),
    'base/kustomization.yaml': JSON.stringify({
      resources: Object.keys(manifests),
      ...base,
    }),
    ...(component && {
      'component/kustomization.yaml': JSON.stringify({
        apiVersion: 'kustomize.config.k8s.io/v1alpha1',
        kind: 'Component',
        ...component,
      }),
    }),
    'kustomization.yaml': JSON.stringify({
      resources: ['base'],
      ...(component && { components: ['component'] }),
      ...overlay,
    }),
  }));
