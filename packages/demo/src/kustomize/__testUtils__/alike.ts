import {
  settings,
  resources,
  withAll,
  patchOf,
  merge,
  container,
  replacing,
  version,
} from './caseFiles';
import { CaseFiles, deployment, service, manifests } from './manifests';

/** A Deployment with many of them, at every depth. */
const emptyKeys = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels:
spec:
  e1:
  e2: null
  e3: ~
  m:
    f1:
    l:
    - g1:
    - {i1: , i2: null}
  template:
    spec:
      affinity:
        nodeAffinity:
          preferred:
      containers:
      - name: c
        command:
        env:
        - name: X
          value:
      - name: c2
        args:
      tolerations:
      - key:
`;

/** What both renderers make alike of each supported field. */
export const alike: Record<string, CaseFiles> = {
  resources: withAll(''),
  'resources of folders': {
    ...manifests,
    'kustomization.yaml': 'resources: [base, ./base/../other]\n',
    'base/kustomization.yml': 'resources: [a.yaml]\n',
    'base/a.yaml': service,
    'other/Kustomization': 'resources: [b.yaml]\n',
    'other/b.yaml': deployment,
  },
  'lists and empty documents': {
    'kustomization.yaml': 'resources: [a.yaml]\n',
    'a.yaml': `---\n# nothing\n---\napiVersion: v1\nkind: List\nitems:\n- ${JSON.stringify(
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one' } },
    )}\n- {apiVersion: v1, kind: Secret, metadata: {name: two}, data: {}}\n`,
  },
  'anchors, merge keys and octal numbers': {
    'kustomization.yaml': 'resources: [a.yaml]\nlabels: [{pairs: {x: "y"}}]\n',
    'a.yaml':
      'apiVersion: v1\nkind: Thing\nmetadata: {name: a, labels: &l {a: b}}\nspec: {<<: *l, m: 0644, n: 0o17, y: yes, t: true, f: 1.50, e: 1e3, s: "0644", z: ~, other: *l}\n',
  },
  'folded texts, and a text that ends with the file': {
    'kustomization.yaml': 'resources: [a.yaml]\n',
    'a.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  f: >\n    a\n    b\n\n    c\n      d\n    e\n\n      g\n    \th\n  k: |+\n    i\n\n  l: >-\n    j\n      k\n  z: |\n    no line break',
  },
  'texts in patches': {
    ...manifests,
    'kustomization.yaml':
      'resources: [a.yaml]\npatches:\n- path: p.yaml\n- target: {kind: ConfigMap}\n  patch: |-\n    - op: add\n      path: /data/j\n      value: >\n        a\n          b\n',
    'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
    'p.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  p: >+\n    a\n      b',
  },
  'a JSON patch that replaces what is not there': withAll(
    `${settings}patches:\n- target: {kind: Deployment}\n  patch: |-\n    - {op: replace, path: /spec/paused, value: true}\n    - {op: replace, path: /metadata/finalizers, value: [x]}\n`,
  ),
  'a replacement by an empty text': {
    'kustomization.yaml':
      'resources: [a.yaml]\nconfigMapGenerator: [{name: p, envs: [p.env], behavior: add}]\nreplacements:\n- source: {kind: ConfigMap, name: p, fieldPath: data.EMPTY}\n  targets: [{select: {kind: Thing}, fieldPaths: [spec.x]}]\n',
    'p.env': 'EMPTY=\n',
    'a.yaml':
      'apiVersion: x/v1\nkind: Thing\nmetadata: {name: t}\nspec: {x: some}\n',
  },
  'no annotations': {
    'kustomization.yaml':
      'resources: [a.yaml]\npatches:\n- target: {name: c}\n  patch: "- {op: remove, path: /metadata/annotations/x}"\n',
    'a.yaml': ['{}', '', '{x: "y"}']
      .map(
        (annotations, at) =>
          `---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${
            'abc'[at]
          }\n  labels: {}\n  annotations: ${annotations}\n`,
      )
      .join(''),
  },
  'keys with nothing behind them': {
    'kustomization.yaml': 'resources: [a.yaml]\n',
    'a.yaml': `${emptyKeys('a')}---\n${emptyKeys('b')}`,
  },
  'keys with nothing behind them, and a patch': {
    'kustomization.yaml':
      'resources: [a.yaml]\npatches:\n- patch: "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {replicas: 2}}"\n- patch: "{apiVersion: apps/v1, kind: Deployment, metadata: {name: b}, spec: {template: {spec: {containers: [{name: c, image: x}]}}}}"\n',
    'a.yaml': `${emptyKeys('a')}---\n${emptyKeys('b')}---\n${emptyKeys('c')}`,
  },
  'local configuration': {
    'kustomization.yaml': 'resources: [a.yaml]\n',
    'a.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, annotations: {config.kubernetes.io/local-config: "true"}}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n',
  },
  namespace: withAll(`${settings}namespace: elsewhere\n`),
  'namespace over namespace': {
    ...manifests,
    'kustomization.yaml': 'resources: [base]\nnamespace: outer\n',
    'base/kustomization.yaml': `resources: [a.yaml]\nnamespace: inner\n${settings}`,
    'base/a.yaml': deployment,
  },
  'namePrefix and nameSuffix': withAll(
    `${settings}namePrefix: pre-\nnameSuffix: -post\n`,
  ),
  'prefixes of two instances of a base': {
    'kustomization.yaml': 'resources: [one, two]\nnamePrefix: all-\n',
    'one/kustomization.yaml': 'resources: [../base]\nnamePrefix: one-\n',
    'two/kustomization.yaml': 'resources: [../base]\nnamePrefix: two-\n',
    'base/kustomization.yaml': `resources: [a.yaml]\n${settings}`,
    'base/a.yaml': deployment,
  },
  labels: withAll(`${settings}labels: [{pairs: {team: a, app: b}}]\n`),
  'labels with selectors': withAll(
    'labels: [{includeSelectors: true, pairs: {team: a, app: b}}]\n',
  ),
  'labels with templates': withAll(
    'labels: [{includeTemplates: true, pairs: {team: "1"}}]\n',
  ),
  'labels with fields': withAll(
    'labels: [{pairs: {team: a}, fields: [{kind: Rollout, path: spec/template/metadata/labels, create: true}, {kind: Job, path: spec/a/b}]}]\n',
  ),
  commonAnnotations: withAll(
    `${settings}commonAnnotations: {note: "1", other: b}\n`,
  ),
  'images: newTag': withAll('images: [{name: nginx, newTag: "2"}]\n'),
  'images: newName': withAll(
    'images: [{name: "registry:5000/tool", newName: other}, {name: sidecar, newName: registry/side}]\n',
  ),
  'images: digest': withAll(
    'images: [{name: nginx, digest: "sha256:ab"}, {name: "registry:5000/tool", newTag: "9", digest: "sha256:cd"}]\n',
  ),
  'images: a pattern as name': withAll(
    'images: [{name: ngin., newTag: "2"}]\n',
  ),
  replicas: withAll(
    'replicas: [{name: web, count: 5}, {name: db, count: 0}]\n',
  ),
  'merge: scalars and maps': merge(
    'metadata: {name: any, labels: {app: null, new: "x"}}\nspec: {replicas: 4, strategy: {type: Recreate, rollingUpdate: null}, paused: true}',
  ),
  'merge: containers by name': container('image: "nginx:2", command: [a]'),
  'merge: a new container': merge(
    'spec: {template: {spec: {containers: [{name: new, image: n}, {name: side, image: s}]}}}',
  ),
  'merge: env by name': container(
    'env: [{name: C, value: c}, {name: A, value: "2"}, {name: B, $patch: delete}]',
  ),
  'merge: ports by two keys': container(
    'ports: [{containerPort: 81, protocol: UDP, name: udp}, {containerPort: 80, hostPort: 8}, {containerPort: 9}]',
  ),
  'merge: mounts by path': container(
    'volumeMounts: [{name: tmp, mountPath: /tmp}, {mountPath: /data, readOnly: true}]',
  ),
  'merge: a list without a key': container(
    'args: [x], envFrom: [{configMapRef: {name: z}}]',
  ),
  'merge: volumes': merge(
    'spec: {template: {spec: {volumes: [{name: tmp, emptyDir: {medium: Memory}}, {name: more, emptyDir: {}}]}}}',
  ),
  'merge: replace an object': merge(
    'spec: {template: {spec: {$patch: replace, containers: [{name: only, image: x}]}}}',
  ),
  'merge: replace a list': merge(
    'spec: {template: {spec: {containers: [{$patch: replace}, {name: only, image: x}]}}}',
  ),
  'merge: replace an element': container('$patch: replace, image: x'),
  'merge: delete an element': container('$patch: delete'),
  'merge: delete a list': merge(
    'spec: {template: {spec: {volumes: [{$patch: delete}]}}}',
  ),
  'merge: delete a resource': merge('$patch: delete'),
  'merge: finalizers and owners': merge(
    'metadata: {name: any, finalizers: [a, b], ownerReferences: [{uid: u, kind: K, name: n, apiVersion: v1}]}',
  ),
  'merge: service ports': patchOf(
    'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 443}, {port: 80, protocol: TCP, targetPort: 8080}]}',
    'kind: Service',
  ),
  'merge: a kind without a schema': patchOf(
    'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: web}\nspec: {strategy: {canary: {steps: [{setWeight: 50}]}}, template: {spec: {containers: [{name: x}]}}}',
    'kind: Rollout',
  ),
  'merge: without a target, several at once': withAll(
    'patches: [{path: p.yaml}]\n',
    {
      'p.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 7}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: ClusterIP}\n',
    },
  ),
  'merge: by the name before a prefix': {
    'kustomization.yaml':
      'resources: [base]\npatches: [{path: p.yaml}, {path: q.yaml}]\n',
    'base/kustomization.yaml': 'resources: [a.yaml]\nnamePrefix: x-\n',
    'base/a.yaml': deployment,
    'p.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 7}\n',
    'q.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x-web}\nspec: {paused: true}\n',
  },
  'json patch: every operation': patchOf(
    '- {op: replace, path: /spec/replicas, value: 3}\n- {op: add, path: /metadata/annotations/a~1b, value: yes}\n- {op: remove, path: /metadata/labels/app}\n- {op: add, path: /spec/template/spec/containers/0/args/1, value: x}\n- {op: add, path: /spec/template/spec/containers/-, value: {name: c, image: d}}\n- {op: copy, from: /spec/replicas, path: /spec/a}\n- {op: move, from: /spec/a, path: /spec/b}\n- {op: test, path: /spec/b, value: 3}',
  ),
  'json patch: as json': patchOf(
    '[{"op": "replace", "path": "/metadata/name", "value": "renamed"}]',
  ),
  'json patch: in a file': withAll(
    'patches: [{path: p.yaml, target: {group: apps, version: v1, kind: Deployment, name: web}}]\n',
    {
      'p.yaml':
        '# a comment\n- op: replace\n  path: /spec/replicas\n  value: 010\n',
    },
  ),
  'target: patterns': patchOf(
    '- {op: add, path: /metadata/labels, value: {hit: "1"}}',
    'name: w.*',
  ),
  'target: a part of a name is no match': patchOf(
    '- {op: add, path: /metadata/labels, value: {hit: "1"}}',
    'kind: Deploy, name: we',
  ),
  'target: labels': patchOf(
    '- {op: add, path: /metadata/labels/hit, value: "1"}',
    'labelSelector: "app in (web, db)"',
  ),
  'configMapGenerator: files': {
    'kustomization.yaml':
      'configMapGenerator: [{name: c, files: [a.txt, key.txt=sub/b.txt, 9a=a.txt, 10-a=sub/b.txt]}]\n',
    'a.txt': 'one <&> two\n\ttab \\ "quoted"\n',
    'sub/b.txt': 'no end of line, ümlaut \u2028 \u{1f600}',
  },
  'configMapGenerator: envs': {
    'kustomization.yaml':
      'configMapGenerator: [{name: c, envs: [a.env], literals: [x="q=1", "y=\'", z=]}]\n',
    'a.env': '# comment\nA=1\n  B = two \r\n\nC\nD=a=b\n',
  },
  'configMapGenerator: nothing in it': {
    'kustomization.yaml':
      'configMapGenerator: [{name: c}]\nsecretGenerator: [{name: s}]\n',
  },
  'configMapGenerator: options': {
    'kustomization.yaml':
      'generatorOptions: {labels: {a: b, c: d}, annotations: {e: f}, immutable: true}\nconfigMapGenerator:\n- {name: c, namespace: space, literals: [a=b], options: {disableNameSuffixHash: true, labels: {a: own}}}\n- {name: d, literals: [a=b]}\n',
  },
  'configMapGenerator: merge and replace': {
    'kustomization.yaml':
      'resources: [base]\nconfigMapGenerator:\n- {name: a, behavior: merge, literals: [x=2, z=3], options: {annotations: {new: "1"}}}\n- {name: b, behavior: replace, literals: [z=3]}\n',
    'base/kustomization.yaml':
      'namePrefix: p-\nconfigMapGenerator:\n- {name: a, literals: [x=1, y=1], options: {labels: {l: "1"}}}\n- {name: b, literals: [x=1, y=1]}\n',
  },
  secretGenerator: {
    'kustomization.yaml': `secretGenerator: [{name: s, type: kubernetes.io/tls, files: [a.txt], literals: [short=x, "exact=${'e'.repeat(
      50,
    )}", "long=${'l'.repeat(60)}"]}]\n`,
    'a.txt': 'x'.repeat(300),
  },
  'names in all references': withAll(settings),
  'configurations: nameReference': withAll(
    `${settings}configurations: [c.yaml]\n`,
    {
      'c.yaml':
        'nameReference:\n- kind: ConfigMap\n  version: v1\n  fieldSpecs:\n  - {kind: Rollout, path: spec/template/spec/containers/envFrom/configMapRef/name}\n- kind: Deployment\n  fieldSpecs: [{kind: Rollout, path: spec/ref}]\n',
    },
  ),
  'configurations: images, replicas and labels': withAll(
    'configurations: [c.yaml]\nimages: [{name: a, newTag: "2"}]\nreplicas: [{name: web, count: 3}]\nlabels: [{pairs: {k: v}, includeTemplates: true}]\ncommonAnnotations: {m: other}\nnamePrefix: p-\n',
    {
      'c.yaml':
        'images: [{path: spec/strategy/image, kind: Rollout}]\nreplicas: [{path: spec/replicas, create: true, kind: Rollout}]\ntemplateLabels: [{kind: Rollout, path: spec/template/metadata/labels, create: true}]\ncommonAnnotations: [{kind: Rollout, path: spec/template/metadata/annotations, create: true}]\nlabels: [{kind: Job, path: spec/labels, create: true}]\nnamePrefix: [{kind: Job, path: spec/name}]\n',
    },
  ),
  replacements: replacing(
    version,
    '{select: {kind: Deployment}, fieldPaths: [metadata.labels.app, "spec.template.spec.containers.[name=web].image"]}',
  ),
  'replacements: create': replacing(
    version,
    '{select: {kind: Rollout}, fieldPaths: [spec.template.metadata.annotations.gitops-ml/version, "spec.new.[name=x].value", spec.list.0], options: {create: true}}',
  ),
  'replacements: into a number': replacing(
    '{kind: ConfigMap, name: settings, fieldPath: data.a}',
    '{select: {kind: Deployment}, fieldPaths: [spec.replicas]}',
  ),
  'replacements: a number that is created': replacing(
    '{kind: ConfigMap, name: settings, fieldPath: data.a}',
    '{select: {kind: Deployment}, fieldPaths: [spec.made], options: {create: true}}',
  ),
  'replacements: delimiter and index': replacing(
    '{kind: Deployment, name: web, fieldPath: spec.template.spec.containers.0.image, options: {delimiter: ":", index: 1}}',
    '{select: {kind: Deployment}, fieldPaths: ["spec.template.spec.containers.*.image"], options: {delimiter: ":", index: 1}}',
  ),
  'replacements: delimiter before and behind': replacing(
    version,
    '{select: {kind: Ingress}, fieldPaths: [spec.rules.0.host], options: {delimiter: ".", index: -1}}, {select: {kind: Ingress}, fieldPaths: [spec.rules.0.host], options: {delimiter: ".", index: 99}}',
  ),
  'replacements: whole objects': replacing(
    '{kind: Service, name: web, fieldPath: spec.ports}',
    '{select: {kind: Rollout}, fieldPaths: [spec.ports], options: {create: true}}',
  ),
  'replacements: reject': replacing(
    version,
    '{select: {name: web}, reject: [{kind: Ingress}, {labelSelector: app=web}], fieldPaths: [metadata.labels.v], options: {create: true}}',
  ),
  'replacements: the default fields': replacing(
    '{kind: Deployment}',
    '{select: {kind: Job}}',
  ),
  'replacements: names with dots': replacing(
    version,
    '{select: {kind: Deployment}, fieldPaths: ["metadata.annotations.[a.b/c]", "metadata.annotations.d\\\\.e"], options: {create: true}}',
  ),
  'replacements: an entry by pattern': replacing(
    version,
    '{select: {kind: Deployment}, fieldPaths: ["spec.template.spec.containers.[name=.*].image"]}',
  ),
  components: {
    ...manifests,
    'kustomization.yaml': `${resources}components: [c]\nnamePrefix: p-\n`,
    'c/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [more.yaml]\npatches: [{target: {kind: Deployment}, patch: "- {op: replace, path: /spec/replicas, value: 9}"}]\nconfigMapGenerator: [{name: settings, literals: [a=1]}]\nlabels: [{pairs: {component: "1"}}]\n',
    'c/more.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: more}\n',
  },
};
