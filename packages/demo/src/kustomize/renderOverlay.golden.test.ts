import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hasKubectl } from '../testUtils/kubectl';
import { compareWithKustomize } from './__testUtils__/compareWithKustomize';

const GOLDEN_PATH = path.join(__dirname, '__fixtures__/golden-path');

const files = new Map(
  readdirSync(GOLDEN_PATH, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(GOLDEN_PATH, file), readFileSync(file, 'utf8')];
    }),
);

const whereKubectlRuns = hasKubectl ? describe : describe.skip;

whereKubectlRuns('beside the real kustomize', () => {
  it.each(['infra/staging', 'infra/production', 'infra/base', 'features'])(
    'renders %s of the golden path as kustomize does',
    async overlay => {
      const { ours, ourText, theirText } = await compareWithKustomize(
        files,
        overlay,
      );
      expect(ours).toHaveProperty('objects');
      expect(ourText).toBe(theirText);
    },
  );
});
