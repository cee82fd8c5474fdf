import path from 'node:path';
import { createTemporaryFolder, removeFolder } from '@gitops-ml/git/testUtils';
import {
  SeededRepository,
  seedRepository,
} from '../seed/__testUtils__/seedRepository';
import { hasKubectl } from '../testUtils/kubectl';
import { compareWithKustomize } from './__testUtils__/compareWithKustomize';

const TEMPLATE = path.resolve(__dirname, '../../../../templates/ml-monorepo');
const NOW = new Date('2026-11-21T10:00:00Z');

const whereKubectlRuns = hasKubectl ? describe : describe.skip;

whereKubectlRuns('the overlays of the story', () => {
  let folder: string;
  let seeded: SeededRepository;

  beforeAll(async () => {
    folder = createTemporaryFolder();
    seeded = await seedRepository(folder, TEMPLATE, NOW);
  }, 120_000);
  afterAll(async () => {
    await seeded?.close();
    removeFolder(folder);
  });

  const git = (...words: string[]) => seeded.repository.git(...words);

  function filesAt(oid: string): Map<string, string> {
    const names = git('ls-tree', '-r', '--name-only', oid, 'infra', 'features');
    return new Map(
      names
        .split('\n')
        // The helper trims the end of what git prints.
        .map(name => [name, `${git('show', `${oid}:${name}`)}\n`]),
    );
  }

  it('are rendered as kustomize does at each commit', async () => {
    const oids = git('rev-list', '--reverse', 'main').split('\n');
    const seen = new Set<string>();
    for (const oid of oids) {
      const trees = git('rev-parse', `${oid}:infra`, `${oid}:features`);
      if (seen.has(trees)) continue;
      seen.add(trees);
      for (const environment of ['staging', 'production']) {
        const { ours, ourText, theirText } = await compareWithKustomize(
          filesAt(oid),
          `infra/${environment}`,
        );
        expect(ours).toHaveProperty('objects');
        expect(ourText).toBe(theirText);
      }
    }
    expect(seen.size).toBeGreaterThan(5);
  }, 120_000);
});
