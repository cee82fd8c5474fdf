import { CaseFiles, manifests } from './manifests';

export const settings = `configMapGenerator: [{name: settings, literals: [a=1, b=two]}]
secretGenerator: [{name: token, literals: [password=hunter2]}]
`;
export const resources = `resources: [deployment.yaml, service.yaml, rollout.yaml, others.yaml]
`;
export const withAll = (text: string, more: CaseFiles = {}): CaseFiles => ({
  ...manifests,
  ...more,
  'kustomization.yaml': resources + text,
});
export const patchOf = (body: string, target = 'kind: Deployment'): CaseFiles =>
  withAll(
    `patches:\n- target: {${target}}\n  patch: |-\n${body
      .split('\n')
      .map(line => `    ${line}`)
      .join('\n')}\n`,
  );
export const merge = (spec: string): CaseFiles =>
  patchOf(
    `apiVersion: apps/v1\nkind: Deployment\n${
      spec.includes('metadata: {name') ? '' : 'metadata: {name: any}\n'
    }${spec}`,
  );
export const container = (text: string) =>
  merge(`spec: {template: {spec: {containers: [{name: web, ${text}}]}}}`);
export const replacing = (source: string, target: string) =>
  withAll(
    `${settings}replacements:\n- source: ${source}\n  targets: [${target}]\n`,
  );
export const version = '{kind: ConfigMap, name: settings, fieldPath: data.b}';
