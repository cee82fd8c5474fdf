import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hasKubectl, runKustomize } from '@gitops-ml/demo/testUtils';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod/v4';
import {
  AWKWARD,
  LARGEST,
  ONE_ENVIRONMENT,
  TWO_INSTANCES,
  USUAL,
} from './__testUtils__/cases';
import { withOutputs } from './__testUtils__/outputAction';
import { readTemplate } from './__testUtils__/readTemplateFolder';
import {
  startScaffolder,
  TestScaffolder,
} from './__testUtils__/startScaffolder';

jest.setTimeout(60_000);

const RELEASE = {
  MODEL_VERSION: 'v1.0.0',
  MODEL_HASH: 'md5:1e2a1c54fef6064c7518403a617bb5f9',
  DATA_HASH: 'md5:bbc86cbb0986ff5aa97a56917739ca5c',
  FEATURES_DIGEST: `sha256:${'4'.repeat(64)}`,
};

const manifestSchema = z.object({
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    labels: z.record(z.string(), z.string()),
    annotations: z.record(z.string(), z.string()).default({}),
  }),
  data: z.record(z.string(), z.string()).optional(),
  spec: z.any().optional(),
});
type Manifest = z.infer<typeof manifestSchema>;

const template = withOutputs(readTemplate(), {
  publish: {},
  argocd: { applications: [] },
  catalog: {},
});

let scaffolder: TestScaffolder;
beforeAll(async () => {
  scaffolder = await startScaffolder();
});
afterAll(() => scaffolder?.stop());

const whereKubectlRuns = hasKubectl ? describe : describe.skip;

whereKubectlRuns.each([
  ['the usual values', USUAL],
  ['two instances', TWO_INSTANCES],
  ['awkward values', AWKWARD],
  ['one environment', ONE_ENVIRONMENT],
  ['the largest values', LARGEST],
])('the overlays with %s, rendered by kustomize', (_, values) => {
  let folder: string;
  const { name, environments } = values;

  const render = (environment: string): Manifest[] =>
    parseAllDocuments(runKustomize(folder, `infra/${environment}`)).map(each =>
      manifestSchema.parse(each.toJS()),
    );
  const write = (file: string, text: string) =>
    fs.writeFileSync(path.join(folder, file), text);
  const release = (change: Partial<typeof RELEASE> = {}) => {
    const all = { MODEL_NAME: name, ...RELEASE, ...change };
    const lines = Object.entries(all).map(([key, value]) => `${key}=${value}`);
    write('infra/serving/release.env', `${lines.join('\n')}\n`);
  };
  const firstRelease = () => {
    const base = 'infra/base/kustomization.yaml';
    const text = fs.readFileSync(path.join(folder, base), 'utf8');
    write(base, text.replace('\n# - ../serving\n', '\n  - ../serving\n'));
    release();
  };
  const find = (manifests: Manifest[], kind: string, start = name) =>
    manifests.find(
      each => each.kind === kind && each.metadata.name.startsWith(start),
    );

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gitops-ml-overlays-'));
    const { files } = await scaffolder.bake(template, values);
    for (const [file, bytes] of Object.entries(files)) {
      const target = path.join(folder, file);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, bytes);
    }
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('have features, their job and the services on day zero', () => {
    for (const environment of environments) {
      const manifests = render(environment.name);
      expect(
        manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
      ).toEqual([
        expect.stringMatching(`^ConfigMap ${name}-features-[a-z0-9]{10}$`),
        `Service ${name}-canary`,
        `Service ${name}-stable`,
        `Job ${name}-feast-apply`,
        `Ingress ${name}`,
      ]);
      const [rule] = find(manifests, 'Ingress')?.spec.rules;
      expect(rule.host).toBe(`${name}.${environment.name}.example.com`);
    }
  });

  it('have all that serves from the first release on', () => {
    firstRelease();
    const kinds = render(environments[0].name).map(
      ({ kind, metadata }) =>
        `${kind} ${metadata.name.replace(
          /(features|release|settings)-[a-z0-9]{10}$/,
          '$1-HASH',
        )}`,
    );
    expect(kinds.sort()).toEqual(
      [
        `AnalysisTemplate ${name}-evaluation`,
        `ConfigMap ${name}-features-HASH`,
        `ConfigMap ${name}-release-HASH`,
        `ConfigMap ${name}-settings-HASH`,
        `HorizontalPodAutoscaler ${name}`,
        `Ingress ${name}`,
        `Job ${name}-feast-apply`,
        `Job ${name}-materialize`,
        `Rollout ${name}`,
        `Service ${name}-canary`,
        `Service ${name}-stable`,
      ].sort(),
    );
  });

  it('keep every name within what Kubernetes takes', () => {
    firstRelease();
    for (const environment of environments) {
      for (const { kind, metadata, spec } of render(environment.name)) {
        // A Job's name is a label of its pods; a Service's is one of a host.
        const most = /^(Job|Service)$/.test(kind) ? 63 : 253;
        expect(metadata.name.length).toBeLessThanOrEqual(most);
        expect(metadata.name).toMatch(/^[a-z]([-a-z0-9]*[a-z0-9])?$/);
        for (const label of [
          ...Object.values(metadata.labels),
          ...(spec?.rules?.[0].host.split('.') ?? []),
        ]) {
          expect(label).toMatch(/^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$/);
        }
      }
      expect(`${name}-${environment.name}`.length).toBeLessThanOrEqual(63);
    }
  });

  it('give the pods the hashed ConfigMaps, the labels and the version', () => {
    firstRelease();
    const manifests = render(environments[0].name);
    const rollout = find(manifests, 'Rollout');
    const names = ['release', 'settings'].map(
      part => find(manifests, 'ConfigMap', `${name}-${part}-`)?.metadata.name,
    );
    const { metadata, spec } = rollout?.spec.template;
    expect(spec.containers[0].envFrom).toEqual([
      { configMapRef: { name: names[0] } },
      { configMapRef: { name: names[1] } },
      { secretRef: { name: `${name}-feast`, optional: true } },
    ]);
    expect(metadata).toEqual({
      annotations: { 'gitops-ml/model-version': 'v1.0.0' },
      labels: {
        app: name,
        'app.kubernetes.io/name': name,
        'backstage.io/kubernetes-id': name,
      },
    });
    expect(rollout?.spec.selector).toEqual({ matchLabels: { app: name } });
    expect(rollout?.spec).not.toHaveProperty('replicas');
    expect(find(manifests, 'ConfigMap', `${name}-release-`)?.data).toEqual({
      MODEL_NAME: name,
      ...RELEASE,
    });
    for (const manifest of manifests) {
      expect(manifest.metadata.labels['backstage.io/kubernetes-id']).toBe(name);
    }
  });

  it('give the jobs the definitions in their folder, in this order of waves', () => {
    firstRelease();
    const manifests = render(environments[0].name);
    const features = find(manifests, 'ConfigMap', `${name}-features-`);
    for (const job of manifests.filter(({ kind }) => kind === 'Job')) {
      const pod = job.spec.template.spec;
      const [volume] = pod.volumes;
      expect(volume.configMap.name).toBe(features?.metadata.name);
      expect(
        volume.configMap.items.map((item: { key: string }) => item.key).sort(),
      ).toEqual(Object.keys(features?.data ?? {}).sort());
      expect(job.metadata.annotations['argocd.argoproj.io/sync-options']).toBe(
        'Force=true,ServerSideApply=false',
      );
    }
    const wave = (kind: string, start: string) =>
      find(manifests, kind, start)?.metadata.annotations[
        'argocd.argoproj.io/sync-wave'
      ];
    expect([
      wave('ConfigMap', `${name}-features-`),
      wave('ConfigMap', `${name}-settings-`),
      wave('Job', `${name}-feast-apply`),
      wave('Job', `${name}-materialize`),
      wave('Rollout', name),
    ]).toEqual(['-3', '-3', '-2', '-1', undefined]);
  });

  it('keep the ConfigMaps that older pods read', () => {
    firstRelease();
    const manifests = render(environments[0].name);
    for (const part of ['release', 'settings']) {
      expect(
        find(manifests, 'ConfigMap', `${name}-${part}-`)?.metadata.annotations,
      ).toMatchObject({
        'argocd.argoproj.io/sync-options': 'Prune=false',
        'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
      });
    }
  });

  it('leave the jobs alone for another model, and materialise other data', () => {
    firstRelease();
    const environment = environments[0].name;
    const jobs = (manifests: Manifest[]) =>
      manifests.filter(({ kind }) => kind === 'Job');
    const pods = (manifests: Manifest[]) =>
      find(manifests, 'Rollout')?.spec.template;
    const before = render(environment);
    release({ MODEL_VERSION: 'v1.1.0', MODEL_HASH: `md5:${'0'.repeat(32)}` });
    const otherModel = render(environment);
    expect(jobs(otherModel)).toEqual(jobs(before));
    expect(pods(otherModel)).not.toEqual(pods(before));
    release({ DATA_HASH: `md5:${'1'.repeat(32)}` });
    const [apply, materialize] = jobs(render(environment));
    expect(apply).toEqual(jobs(before)[0]);
    expect(materialize.spec.template.spec.containers[0].env).toEqual([
      { name: 'DATA_HASH', value: `md5:${'1'.repeat(32)}` },
    ]);
  });
});
