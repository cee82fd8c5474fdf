/** A small repository: path → text. `kustomization.yaml` at its root is the overlay. */
export type CaseFiles = Record<string, string>;

export const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      initContainers: [{name: init, image: "registry:5000/tool:1@sha256:0123"}]
      containers:
      - name: web
        image: nginx:1.25
        args: [--port, "80"]
        ports: [{containerPort: 80, name: http}, {containerPort: 81, protocol: UDP}]
        env: [{name: A, value: "1"}, {name: B, valueFrom: {configMapKeyRef: {name: settings, key: b}}}]
        envFrom: [{configMapRef: {name: settings}}, {secretRef: {name: token}}]
        volumeMounts: [{name: data, mountPath: /data}]
      - {name: side, image: sidecar}
      volumes: [{name: data, configMap: {name: settings, defaultMode: 0644}}, {name: tmp, emptyDir: {}}]
`;
export const service = `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}, {port: 80, protocol: UDP}]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules: [{host: a.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]
  tls: [{hosts: [a.example.com], secretName: token}]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 1, maxReplicas: 3}
`;
export const rollout = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: nginx, envFrom: [{configMapRef: {name: settings}}]}]
  strategy: {canary: {steps: [{setWeight: 10}, {pause: {duration: 5s}}]}}
`;
export const others = `apiVersion: v1
kind: Namespace
metadata: {name: space}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: default}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader}
rules: [{apiGroups: [""], resources: [configmaps], resourceNames: [settings], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: reader}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects: [{kind: ServiceAccount, name: default, namespace: old}, {kind: ServiceAccount, name: robot}]
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec:
  schedule: "0 1 * * *"
  jobTemplate:
    spec:
      template:
        spec: {restartPolicy: Never, containers: [{name: job, image: "tool:1", envFrom: [{configMapRef: {name: settings}}]}]}
---
apiVersion: batch/v1
kind: Job
metadata: {name: once}
spec: {template: {spec: {restartPolicy: Never, containers: [{name: job, image: tool}]}}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: web
  selector: {matchLabels: {app: db}}
  template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, image: "db:1"}]}}
  volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce]}}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [{podSelector: {matchLabels: {app: a}}}]}]}
`;
const settings = `configMapGenerator: [{name: settings, literals: [a=1, b=two]}]
secretGenerator: [{name: token, literals: [password=hunter2]}]
`;
const resources = `resources: [deployment.yaml, service.yaml, rollout.yaml, others.yaml]
`;
export const manifests: CaseFiles = {
  'deployment.yaml': deployment,
  'service.yaml': service,
  'rollout.yaml': rollout,
  'others.yaml': others,
};
const withAll = (text: string, more: CaseFiles = {}): CaseFiles => ({
  ...manifests,
  ...more,
  'kustomization.yaml': resources + text,
});
const patchOf = (body: string, target = 'kind: Deployment'): CaseFiles =>
  withAll(
    `patches:\n- target: {${target}}\n  patch: |-\n${body
      .split('\n')
      .map(line => `    ${line}`)
      .join('\n')}\n`,
  );
const merge = (spec: string): CaseFiles =>
  patchOf(
    `apiVersion: apps/v1\nkind: Deployment\n${
      spec.includes('metadata: {name') ? '' : 'metadata: {name: any}\n'
    }${spec}`,
  );
const container = (text: string) =>
  merge(`spec: {template: {spec: {containers: [{name: web, ${text}}]}}}`);
const replacing = (source: string, target: string) =>
  withAll(
    `${settings}replacements:\n- source: ${source}\n  targets: [${target}]\n`,
  );
const version = '{kind: ConfigMap, name: settings, fieldPath: data.b}';

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
