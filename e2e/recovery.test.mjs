import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  deleteRepository,
  findText,
  hasObject,
  listArgoCd,
  listComponents,
  listLocations,
  listRepositories,
  readClone,
  readRepository,
} from './recovery/findings.mjs';
import { rounds } from './recovery/killPoints.mjs';
import { createRecoveryPlace } from './recovery/place.mjs';
import {
  openTaskDatabase,
  retryTask,
  startTask,
  waitFor,
  waitForEnd,
} from './recovery/tasks.mjs';

const undisturbed = 'killed-never';
const points = rounds.flatMap(({ held, seen }) => [...held, seen]);
const names = [undisturbed, ...points.map(({ name }) => name)].sort();
// No back end but the last one takes up what an earlier one left.
const noRecovery = { taskRecovery: { staleTimeout: { hours: 1 } } };
const limitMilliseconds = 300_000;

describe('a task whose back end is killed', () => {
  const running = {};
  const ids = new Map();
  const leaks = [];

  const start = async name => {
    const { place, backstage } = running;
    ids.set(name, await startTask(backstage, place.world, name));
  };
  const endOf = name => waitForEnd(running.backstage, ids.get(name));
  const eventsOf = name => running.database.events(ids.get(name));
  const folderOf = name =>
    path.join(running.place.workingDirectory, ids.get(name));

  // Also what was never meant to last: workspaces are kept for tasks that go on.
  const kill = async () => {
    const { place, backstage } = running;
    await backstage.kill();
    const kept = [path.join(place.directory, 'db'), place.workingDirectory];
    for (const secret of place.secrets) {
      leaks.push(...kept.flatMap(folder => findText(folder, secret)));
    }
  };

  async function killRound({ gate, held, seen }) {
    const holds = held.map(({ name, pattern, reachesServer }) =>
      running.place.gates[gate].hold(pattern(name), { reachesServer }),
    );
    await Promise.all(held.map(({ name }) => start(name)));
    await waitFor(`all at the ${gate}`, () => holds.every(isHeld => isHeld()));
    await start(seen.name);
    await waitFor(seen.name, () => eventsOf(seen.name).some(seen.fits), 2);
    await kill();
  }

  function checkHeld({ name, step }) {
    const last = eventsOf(name).findLast(({ status }) => status);
    assert.deepEqual([last.stepId, last.status], [step, 'processing'], name);
  }

  /** What a kill at a worse moment, or on a worse machine, leaves of the folder. */
  function damageFolder({ name, losesFolder, halfWritten }) {
    if (losesFolder) fs.rmSync(folderOf(name), { recursive: true });
    if (!halfWritten) return;
    fs.writeFileSync(path.join(folderOf(name), halfWritten), 'hal');
  }

  before(
    async () => {
      const place = await createRecoveryPlace();
      running.place = place;
      running.backstage = await place.start(noRecovery);
      running.database = openTaskDatabase(place.directory);
      await start(undisturbed);
      assert.equal(await endOf(undisturbed), 'completed');
      for (const [index, round] of rounds.entries()) {
        await killRound(round);
        round.held.forEach(checkHeld);
        [...round.held, round.seen].forEach(damageFolder);
        const isLast = index === rounds.length - 1;
        running.backstage = await place.start(isLast ? {} : noRecovery);
      }
    },
    { timeout: limitMilliseconds },
  );

  after(async () => {
    running.database?.close();
    await running.backstage?.kill();
    await running.place?.remove();
  });

  for (const { name, title } of points.filter(point => !point.published)) {
    test(`goes on by itself when that was ${title}`, async () => {
      assert.equal(await endOf(name), 'completed');
    });
  }

  for (const { name, title, published } of points.filter(
    point => point.published,
  )) {
    test(`needs its repository deleted and a Retry when that was ${title}`, async () => {
      const { place, backstage } = running;
      assert.equal(await endOf(name), 'failed');
      const { error } = eventsOf(name).at(-1);
      assert.match(error.message, /409 .*repository .*already exists/);
      const { empty } = await readRepository(place.world, name);
      assert.equal(empty ? 'empty' : 'whole', published);
      await deleteRepository(place.world, name);
      await retryTask(backstage, ids.get(name));
      assert.equal(await endOf(name), 'completed');
    });
  }

  test('makes one repository, with the one commit that it would have made', async () => {
    const { place } = running;
    assert.deepEqual(await listRepositories(place.world), names);
    const read = name => readClone(place.world, name, place.directory);
    const wanted = await read(undisturbed);
    assert.deepEqual(wanted.branches, ['refs/heads/main']);
    assert.deepEqual(wanted.subjects, [
      'Create the repository from the template ml-monorepo',
    ]);
    for (const name of names) {
      const found = name === undisturbed ? wanted : await read(name);
      assert.deepEqual(found, wanted, name);
      assert.ok(await hasObject(place.world, name, wanted.md5), name);
    }
  });

  test('registers one project, one ApplicationSet and its applications', async () => {
    const { place } = running;
    const registered = names.map(name => `ml-${name}`);
    const projects = await listArgoCd(place.world, 'projects');
    assert.deepEqual(
      projects.filter(name => name !== 'default'),
      registered,
    );
    assert.deepEqual(
      await listArgoCd(place.world, 'applicationsets'),
      registered,
    );
    assert.deepEqual(
      await listArgoCd(place.world, 'applications'),
      names.flatMap(name => [`${name}-production`, `${name}-staging`]),
    );
  });

  test('registers one entity', async () => {
    const { place, backstage } = running;
    const { urls, organisation } = place.world;
    assert.deepEqual(await listComponents(backstage, names.length), names);
    assert.deepEqual(
      await listLocations(backstage),
      names.map(
        name =>
          `${urls.forge}/${organisation}/${name}/src/branch/main/catalog-info.yaml`,
      ),
    );
  });

  test("keeps none of the platform's secrets, and the user's only until it ends", async () => {
    const { place, database } = running;
    assert.deepEqual(
      names.filter(name => database.hasSecrets(ids.get(name))),
      [],
    );
    await kill();
    assert.deepEqual(leaks, []);
    const logs = place.logs();
    assert.match(logs, /scaffolder/);
    assert.deepEqual(
      place.secrets.filter(secret => logs.includes(secret)),
      [],
    );
    assert.deepEqual(place.errors, []);
  });
});
