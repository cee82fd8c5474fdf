import path from 'node:path';
import {
  collectDataVersions,
  DataVersion,
  EntryReading,
  formatProblem,
  READERS,
  resolveGto,
  selectFacts,
} from '@gitops-ml/core';
import {
  KnownReadings,
  openRepository,
  readRevision,
  Repository,
} from '@gitops-ml/git';
import { createTemporaryFolder, removeFolder } from '@gitops-ml/git/testUtils';
import {
  SeededRepository,
  seedRepository,
} from '../__testUtils__/seedRepository';
import { md5Of } from '../dvc/hashes';

const TEMPLATE = path.resolve(
  __dirname,
  '../../../../../templates/ml-monorepo',
);
const NOW = new Date('2026-11-21T10:00:00Z');

let folder: string;
let seeded: SeededRepository;
let repository: Repository;
let oids: string[];
/** By commit, oldest first. */
let readings: Map<string, EntryReading[]>;

beforeAll(async () => {
  folder = createTemporaryFolder();
  seeded = await seedRepository(folder, TEMPLATE, NOW);
  repository = await openRepository(seeded.repository.directory);
  oids = seeded.repository.git('rev-list', '--reverse', 'main').split('\n');
  const known = new KnownReadings();
  readings = new Map();
  for (const oid of oids) {
    readings.set(oid, await readRevision(repository, oid, READERS, { known }));
  }
}, 120_000);

afterAll(async () => {
  await repository?.close();
  await seeded?.close();
  removeFolder(folder);
});

const git = (...words: string[]) => seeded.repository.git(...words);
const readingsOf = (oid: string) => readings.get(oid) ?? [];
const commitOf = (step: string) => seeded.commits.get(step) ?? '';
/** The commits from the first model on. */
const trained = () => oids.slice(oids.indexOf(commitOf('first-model')));

/** What DVC keeps of a commit: path → md5. */
const keptAt = (oid: string): DataVersion[] =>
  collectDataVersions(readingsOf(oid)).outputs.filter(
    output => output.cache && output.hash,
  );

const sizeStored = async (md5: string) => {
  const url = `${seeded.remoteUrl}/files/md5/${md5.slice(0, 2)}/${md5.slice(
    2,
  )}`;
  const response = await fetch(url);
  const bytes = Buffer.from(await response.arrayBuffer());
  return response.ok && md5Of(bytes) === md5 ? bytes.length : undefined;
};

it('keeps the tree of the commit that the template made', () => {
  expect(oids[0]).toBe(seeded.beginning);
  expect(git('show', '-s', '--format=%s %cI', seeded.beginning)).toBe(
    'Create the repository 2026-09-12T09:05:00+00:00',
  );
});

it('is a line of commits in the order of time, up to this morning', () => {
  const dates = git('log', '--reverse', '--format=%ct', 'main').split('\n');
  expect(dates).toEqual([...dates].sort());
  expect(git('log', '-1', '--format=%cI', 'main')).toBe(
    '2026-11-21T08:25:00+00:00',
  );
  expect(oids.slice(1)).toEqual([...seeded.commits.values()]);
});

it('gives our readers nothing to complain of on any commit', () => {
  const problems = [...readings].flatMap(([oid, all]) => [
    ...all.flatMap(each => each.problems),
    ...collectDataVersions(readingsOf(oid)).problems,
  ]);
  expect(problems.map(problem => formatProblem(problem))).toEqual([]);
});

it('has every object on the remote but the one that the story names', async () => {
  const wanted = new Map<string, { size?: number; where: string }>();
  for (const oid of oids) {
    for (const { path: file, hash, size } of keptAt(oid)) {
      wanted.set(hash?.value ?? '', { size, where: `${oid} ${file}` });
    }
  }
  const missing: string[] = [];
  for (const [md5, { size, where }] of wanted) {
    if ((await sizeStored(md5)) !== size) missing.push(where);
  }
  // The commit behind it has it, too.
  const file = 'data/raw/transactions.csv';
  expect(missing).toEqual([`${commitOf('fifth-in-production')} ${file}`]);
});

it('has locks whose stages depend on what the stages before made', () => {
  for (const oid of trained()) {
    const [lock] = selectFacts(readingsOf(oid), 'dvc-lock');
    const made = new Map(
      [
        ...lock.stages.flatMap(stage => stage.outs),
        ...selectFacts(readingsOf(oid), 'dvc-file').flatMap(({ outs }) => outs),
      ].map(out => [out.path, out.hash?.value]),
    );
    const deps = lock.stages.flatMap(stage => stage.deps);
    const shared = deps.filter(dep => made.has(dep.path));
    expect(shared.length).toBeGreaterThan(5);
    for (const dep of shared) expect(dep.hash?.value).toBe(made.get(dep.path));
  }
});

/** The md5 of a file as Git has it; `undefined` of what DVC keeps, and of a folder. */
async function md5InGit(oid: string | undefined): Promise<string | undefined> {
  if (!oid) return undefined;
  const answer = await repository.blob(oid, 1 << 24);
  return answer.kind === 'bytes' ? md5Of(Buffer.from(answer.bytes)) : undefined;
}

it('has locks that agree with the files in Git', async () => {
  const differing: string[] = [];
  for (const oid of trained()) {
    const [lock] = selectFacts(readingsOf(oid), 'dvc-lock');
    const tree = new Map(
      (await repository.tree(oid)).map(entry => [entry.path, entry.oid]),
    );
    const paths = lock.stages.flatMap(stage => [...stage.deps, ...stage.outs]);
    for (const { path: file, hash } of paths) {
      const md5 = await md5InGit(tree.get(file));
      if (md5 && md5 !== hash?.value) differing.push(`${oid} ${file}`);
    }
  }
  expect(differing).toEqual([]);
});

it('has six versions of the raw data, each larger than the one before', () => {
  const sizes = oids.flatMap(oid =>
    keptAt(oid)
      .filter(output => output.path === 'data/raw/transactions.csv')
      .map(output => output.size ?? 0),
  );
  const versions = [...new Set(sizes)];
  expect(versions).toHaveLength(6);
  expect(versions).toEqual([...versions].sort((one, other) => one - other));
});

it('has versions and stages, one of them rolled back', async () => {
  const { facts, problems } = resolveGto(await repository.annotatedTags());
  expect(problems).toEqual([]);
  const [model] = facts.artifacts;
  expect(facts.artifacts).toHaveLength(1);
  expect(
    model.versions.map(({ version, commit }) => [version, commit]),
  ).toEqual([
    ['v1.4.0', commitOf('fewer-alarms')],
    ['v1.3.0', commitOf('learn-slower-again')],
    ['v1.2.0', commitOf('learn-faster')],
    ['v1.1.0', commitOf('learn-slower')],
    ['v1.0.0', commitOf('first-model')],
  ]);
  const inProduction = model.assignments.filter(
    ({ stage }) => stage === 'prod',
  );
  expect(inProduction.map(({ version }) => version)).toEqual([
    'v1.3.0',
    'v1.1.0',
    'v1.2.0',
    'v1.1.0',
    'v1.0.0',
  ]);
});

it('tags the version that the release says', () => {
  for (const [step, version] of [
    ['first-model', 'v1.0.0'],
    ['learn-slower', 'v1.1.0'],
    ['learn-faster', 'v1.2.0'],
    ['learn-slower-again', 'v1.3.0'],
    ['fewer-alarms', 'v1.4.0'],
  ]) {
    const release = git('show', `${commitOf(step)}:infra/serving/release.env`);
    expect(release).toContain(`\nMODEL_VERSION=${version}\n`);
  }
});

const rocAucAt = (step: string): number => {
  const file = `${commitOf(step)}:metrics/evaluation.json`;
  return Number(/"roc_auc": ([\d.]+)/.exec(git('show', file))?.[1]);
};

it('fits models of which one alone is bad', () => {
  expect(rocAucAt('learn-faster')).toBeLessThan(0.8);
  for (const step of ['first-model', 'learn-slower', 'fewer-alarms']) {
    expect(rocAucAt(step)).toBeGreaterThan(0.85);
  }
});

it('adds features and changes one, and lists every file of definitions', () => {
  const viewsAt = (oid: string) =>
    selectFacts(readingsOf(oid), 'feast').flatMap(({ featureViews }) =>
      featureViews.map(view => view.name),
    );
  expect(viewsAt(seeded.beginning).sort()).toEqual([
    'account_activity',
    'merchant_risk',
  ]);
  expect(viewsAt(commitOf('june')).sort()).toEqual([
    'account_activity',
    'last_payment',
    'last_sale',
    'merchant_risk',
  ]);
  for (const oid of oids) {
    const names = git('ls-tree', '--name-only', oid, 'features/definitions/')
      .split('\n')
      .map(file => path.basename(file));
    for (const list of [
      'features/kustomization.yaml',
      'infra/base/feature-jobs.yaml',
      'infra/serving/materialize.yaml',
    ]) {
      const text = git('show', `${oid}:${list}`);
      for (const name of names) expect(text).toContain(`definitions/${name}`);
    }
  }
});

it('serves from the first release on, and has production at what ran before', () => {
  const baseAt = (oid: string) =>
    git('show', `${oid}:infra/base/kustomization.yaml`);
  expect(baseAt(seeded.beginning)).not.toContain('\n  - ../serving\n');
  expect(baseAt(commitOf('first-model'))).toContain('\n  - ../serving\n');
  const productionAt = (step: string) =>
    git(
      'show',
      `${commitOf(step)}:argocd/demo/environments/production.yaml`,
    ).split('\n')[0];
  expect(productionAt('first-model')).toBe(`revision: "${seeded.beginning}"`);
  expect(productionAt('back-to-second')).toBe(
    `revision: "${commitOf('learn-slower')}"`,
  );
  expect(productionAt('june')).toBe(
    `revision: "${commitOf('learn-slower-again')}"`,
  );
  expect(productionAt('fifth-in-production')).toBe(
    `revision: "${commitOf('fewer-alarms')}"`,
  );
});
