import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { differences, scenarios } from './gto.scenarios.mjs';
import { modelHistory } from './gto.history.mjs';
import { loadCore, readRevision } from './readRevision.mjs';
import { describeOurs, describeReal } from './support/describeRegistry.mjs';
import { importHistory } from './support/importHistory.mjs';
import { createRandom } from './support/random.mjs';
import { readTags } from './support/readTags.mjs';
import { startOracle } from './support/startOracle.mjs';

const script = fileURLToPath(new URL('support/gto_oracle.py', import.meta.url));
const epoch = Date.parse('2024-03-01T00:00:00Z');
const at = second => new Date(epoch + second * 1000).toISOString();

let core;
let oracle;
let directory;
let counter = 0;

before(() => {
  core = loadCore();
  oracle = startOracle(process.env.DVC_PYTHON, script);
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gto-conformance-'));
});

after(async () => {
  await oracle?.stop();
  if (directory) fs.rmSync(directory, { recursive: true, force: true });
});

/** Commits are older than all tags; the clock of a tag is in seconds. */
function makeRepository(tags, commits = 5) {
  const repo = path.join(directory, `${(counter += 1)}`);
  importHistory(repo, {
    commits: Array.from({ length: commits }, (_, index) => ({
      at: at(index - 1000),
    })),
    tags: tags.map(([name, commit, second]) => ({
      name,
      commit,
      at: at(second),
    })),
  });
  return repo;
}

const resolve = repo => core.resolveGto(readTags(repo));

const invalidTags = problems =>
  problems.map(({ code, severity, args }) => [code, severity, args.tag]);

function deleteTags(repo, names) {
  execFileSync('git', ['tag', '--delete', ...names], {
    cwd: repo,
    stdio: 'ignore',
  });
}

/** Newest first is a promise of the facts; ties are compared nowhere. */
function assertNewestFirst({ artifacts }) {
  for (const { assignments } of artifacts) {
    const times = assignments.map(each => Date.parse(each.at));
    assert.deepEqual(
      times,
      [...times].sort((a, b) => b - a),
    );
  }
}

/**
 * Where gto answers, we answer the same. Where it stops, we name tags, and what
 * we show is what gto shows without them.
 */
async function assertSame(repo) {
  const { facts, problems } = resolve(repo);
  assertNewestFirst(facts);
  const real = await oracle.ask({ op: 'read', repo });
  const culprits = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ args }) => args.tag);
  if (real.error) assert.notDeepEqual(culprits, [], real.message);
  else assert.deepEqual(culprits, []);
  if (culprits.length > 0) deleteTags(repo, culprits);
  const rest = real.error ? await oracle.ask({ op: 'read', repo }) : real;
  assert.equal(rest.error, undefined, rest.message);
  assert.deepEqual(describeOurs(facts), describeReal(rest));
}

async function assertDifference({ tags, problems, ours, error, real }) {
  const repo = makeRepository(tags);
  const resolved = resolve(repo);
  const answer = await oracle.ask({ op: 'read', repo });
  assert.deepEqual(invalidTags(resolved.problems), problems);
  assert.deepEqual(describeOurs(resolved.facts).show, ours);
  if (error) assert.equal(answer.error, error);
  else assert.deepEqual(answer.show, real);
}

describe('GTO', () => {
  for (const { title, tags } of scenarios) {
    it(title, () => assertSame(makeRepository(tags)));
  }
});

describe('GTO and we differ, for a reason', () => {
  for (const difference of differences) {
    it(`${difference.title}: ${difference.reason}`, () =>
      assertDifference(difference));
  }
});

const versionOf = (random, commit) =>
  random.next() < 0.97 ? `v1.0.${commit}` : `v2.0.0-rc.${random.below(12)}`;

function randomTag(random, index) {
  const artifact = random.pick(['m', 'm', 'other', 'sub/dir=n']);
  const commit = random.below(5);
  const stage = random.pick(['dev', 'prod', 'prod/eu']);
  const forms = [
    () => `@${versionOf(random, commit)}`,
    () => `@${versionOf(random, commit)}!`,
    () => `#${stage}`,
    () => `#${stage}`,
    () => `#${stage}!`,
    () => (random.next() < 0.3 ? '@deprecated' : `#${stage}`),
  ];
  // The clock ticks less often than tags are made, so that some share a second.
  return [
    `${artifact}${random.pick(forms)()}#${index}`,
    commit,
    random.below(30),
  ];
}

describe('GTO on random tags', () => {
  for (let seed = 1; seed <= 100; seed++) {
    it(`resolves seed ${seed} as gto does`, () => {
      const random = createRandom(seed);
      const length = 4 + random.below(26);
      return assertSame(
        makeRepository(
          Array.from({ length }, (_, index) => randomTag(random, index)),
        ),
      );
    });
  }
});

function randomAction(random, oids) {
  const name = random.pick(['m', 'sub/dir:n']);
  const stage = random.pick(['dev', 'prod']);
  const ref = random.pick(oids);
  const version = `v0.0.${1 + random.below(5)}`;
  return random.pick([
    { action: 'register', args: { name, ref } },
    { action: 'register', args: { name, ref, force: true } },
    { action: 'assign', args: { name, stage, ref } },
    { action: 'assign', args: { name, stage, ref, skip_registration: true } },
    { action: 'assign', args: { name, stage, version } },
    { action: 'unassign', args: { name, stage, version } },
    { action: 'deregister', args: { name, version } },
    { action: 'deprecate', args: { name } },
  ]);
}

/** Lets gto itself make tags; answers how many of the actions it took. */
async function takeActions(repo, random) {
  const oids = execFileSync('git', ['rev-list', 'HEAD'], {
    cwd: repo,
    encoding: 'utf8',
  })
    .trim()
    .split('\n');
  let done = 0;
  for (let step = 0; step < 30; step++) {
    const answer = await oracle.ask({
      op: 'act',
      repo,
      at: epoch / 1000 + step,
      ...randomAction(random, oids),
    });
    assert.equal(answer.error, undefined, answer.message);
    if (answer.done) done += 1;
  }
  return done;
}

describe('GTO on tags that gto made', () => {
  for (let seed = 1; seed <= 6; seed++) {
    it(`resolves the tags of seed ${seed}`, async () => {
      const repo = makeRepository([]);
      const done = await takeActions(repo, createRandom(1000 + seed));
      assert.ok(done >= 8, `only ${done} actions were taken`);
      await assertSame(repo);
    });
  }
});

/** Our models, as the CLI and the back end put them together. */
async function collectModels(repo) {
  const { facts: gto } = resolve(repo);
  const read = revision => readRevision(core, repo, revision, () => true);
  const readingsAt = new Map();
  for (const commit of core.modelCommits(gto)) {
    readingsAt.set(commit, await read(commit));
  }
  return core.collectModels({ gto, head: await read('HEAD'), readingsAt });
}

describe('models', () => {
  let repo;
  let models;

  before(async () => {
    repo = path.join(directory, 'models');
    importHistory(repo, modelHistory);
    ({ models } = await collectModels(repo));
  });

  it('are all that gto lists, with what it lists of the old index', async () => {
    const real = await oracle.ask({ op: 'read', repo });
    const names = models.map(({ name }) => name);
    for (const name of Object.keys(real.show)) assert.ok(names.includes(name));
    assert.deepEqual(
      names.filter(name => !real.show[name]),
      ['declared'],
    );
  });

  it('have the artifact that DVC has at each version', async () => {
    for (const { name, versions } of models) {
      for (const { version, commit, artifact } of versions) {
        const real = await oracle.ask({ op: 'locate', repo, name, commit });
        const ours = artifact
          ? {
              path: artifact.path,
              hash: artifact.hash?.value ?? null,
              size: artifact.size ?? null,
            }
          : { missing: true };
        assert.deepEqual(ours, real, `${name} ${version}`);
      }
    }
  });
});
