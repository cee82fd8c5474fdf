import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bakeTemplate } from '../seed/__testUtils__/bakeTemplate';
import { hasKubectl } from '../testUtils/kubectl';
import { compareWithKustomize } from './__testUtils__/compareWithKustomize';

jest.setTimeout(60_000);

const TEMPLATE = path.resolve(__dirname, '../../../../templates/ml-monorepo');
const ENVIRONMENTS = ['dev', 'staging', 'pre-production', 'production'];
const RELEASE = `MODEL_NAME=fraud
MODEL_VERSION=v1.0.0
MODEL_HASH=md5:1e2a1c54fef6064c7518403a617bb5f9
DATA_HASH=md5:bbc86cbb0986ff5aa97a56917739ca5c
FEATURES_DIGEST=sha256:${'4'.repeat(64)}
`;

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(path.join(os.tmpdir(), 'gitops-ml-bake-'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

async function bake(
  name: string,
  environments: string[],
): Promise<Map<string, string>> {
  const files = await bakeTemplate(TEMPLATE, workspace, {
    name,
    dvcRemoteUrl: 'http://127.0.0.1:3202/a b?c=d',
    environments: environments.map(environment => ({
      name: environment,
      instance: 'demo',
      cluster: 'in-cluster',
      namespace: `${name}-${environment}`,
    })),
  });
  return new Map([...files].map(([file, bytes]) => [file, bytes.toString()]));
}

function release(files: ReadonlyMap<string, string>): Map<string, string> {
  const base = 'infra/base/kustomization.yaml';
  const text = files.get(base) ?? '';
  const released = text.replace('\n# - ../serving\n', '\n  - ../serving\n');
  expect(released).not.toBe(text);
  return new Map([
    ...files,
    [base, released],
    ['infra/serving/release.env', RELEASE],
  ]);
}

const whereKubectlRuns = hasKubectl ? describe : describe.skip;

whereKubectlRuns('beside the real kustomize', () => {
  it.each([
    [1, 'fraud-detector'],
    [2, 'fraud-detector'],
    [4, 'true'],
  ])(
    'renders each of %d overlays of the template as kustomize does, before and after the first release',
    async (count, name) => {
      const environments = ENVIRONMENTS.slice(0, count);
      const dayZero = await bake(name, environments);
      for (const files of [dayZero, release(dayZero)]) {
        for (const environment of environments) {
          const { ours, ourText, theirText } = await compareWithKustomize(
            files,
            `infra/${environment}`,
          );
          expect(ours).toHaveProperty('objects');
          expect(ourText).toBe(theirText);
        }
      }
    },
  );
});
