import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loadCore, readRevision } from './readRevision.mjs';
import { seedRepository } from './support/seedRepository.mjs';

const program = `
import json, pathlib
from feast.repo_operations import parse_repo

contents = parse_repo(pathlib.Path("."))
print("ANSWER" + json.dumps({
    "entities": sorted(each.name for each in contents.entities),
    "views": sorted(
        [
            view.name,
            sorted(view.entities),
            sorted(field.name for field in view.features),
            int(view.ttl.total_seconds()),
        ]
        for view in contents.feature_views
    ),
    "services": sorted(
        [service.name, [each.name for each in service.feature_view_projections]]
        for service in contents.feature_services
    ),
}))
`;

let folder;
let seeded;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gitops-ml-seed-'));
  seeded = await seedRepository(folder, new Date('2026-11-21T10:00:00Z'));
});

after(async () => {
  await seeded?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function readWithFeast(directory) {
  const output = execFileSync(process.env.FEAST_PYTHON, ['-c', program], {
    cwd: join(directory, 'features'),
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(output.slice(output.indexOf('ANSWER') + 'ANSWER'.length));
}

const sortByName = lists =>
  lists.sort(([one], [other]) => (one < other ? -1 : 1));

function describeOurs({ entities, featureViews, featureServices }) {
  return {
    // Feast adds the entity of views that have none.
    entities: [...entities.map(({ name }) => name), '__dummy'].sort(),
    views: sortByName(
      featureViews.map(view => [
        view.name,
        [...view.entities].sort(),
        view.features.map(({ name }) => name).sort(),
        view.ttlSeconds,
      ]),
    ),
    services: sortByName(
      featureServices.map(service => [
        service.name,
        service.projections.map(each => each.view),
      ]),
    ),
  };
}

describe('the definitions of the seeded history', () => {
  ['beginning', 'last-payment', 'look-back', 'last-sale'].forEach(step => {
    it(`are for feast what they are for us: ${step}`, async () => {
      const oid = seeded.commits.get(step) ?? seeded.beginning;
      const { directory } = seeded.repository;
      const tree = join(folder, step);
      execFileSync('git', ['worktree', 'add', '--quiet', tree, oid], {
        cwd: directory,
      });
      const core = loadCore();
      const readings = await readRevision(
        core,
        directory,
        oid,
        reader => reader.id === 'feast',
      );
      const [facts] = core.selectFacts(readings, 'feast');
      assert.deepEqual(describeOurs(facts), readWithFeast(tree));
    });
  });
});
