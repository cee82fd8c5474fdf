import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DEFAULT_READ_LIMITS, Reader } from '@gitops-ml/core';
import { openRepository, Repository } from '@gitops-ml/git';
import { Knex } from 'knex';
import { BareRepository } from '../__testUtils__/BareRepository';
import {
  createDatabase,
  createTestDatabases,
} from '../__testUtils__/createDatabase';
import { FactsStore } from './FactsStore';
import { Indexer } from './Indexer';
import { claimRepository } from './operations/claimRepository';
import { ensureRepository } from './operations/ensureRepository';
import { selectCommits } from './operations/selectCommits';
import { selectReadings } from './operations/selectReadings';
import { selectRepository } from './operations/selectRepository';
import { findWorkerFile } from './parsing/findWorkerFile';
import { loadReaderModules } from './parsing/loadReaderModules';
import { ParsingWorker } from './parsing/ParsingWorker';

const MODULE = path.resolve(__dirname, '../__testUtils__/hostileReaders.cjs');
const KEY = 'https://forge/ml/fraud';
const databases = createTestDatabases();

jest.setTimeout(30_000);

describe.each(databases.eachSupportedId())('Indexer on %p', id => {
  let root: string;
  let origin: BareRepository;
  let git: Repository;
  let knex: Knex;
  let worker: ParsingWorker;
  let parsed: string[];

  beforeAll(async () => {
    knex = await createDatabase(databases, id);
    worker = new ParsingWorker({
      file: findWorkerFile,
      readerModules: [MODULE],
      limits: { timeoutMs: 300, memoryMegabytes: 256 },
    });
  });

  afterAll(() => worker.close());

  beforeEach(async () => {
    for (const table of [
      'repositories',
      'commits',
      'path_changes',
      'facts',
      'readings',
    ]) {
      await knex(table).delete();
    }
    await ensureRepository(knex, { key: KEY, now: 1 });
    root = await mkdtemp(path.join(os.tmpdir(), 'indexer-'));
    origin = new BareRepository(root);
    git = await openRepository(root, { search: false });
    parsed = [];
  });

  afterEach(async () => {
    await git.close();
    await rm(root, { recursive: true, force: true });
  });

  const create = (
    readers: Reader[] = loadReaderModules([MODULE]),
    owner = 'me',
  ) =>
    new Indexer({
      database: knex,
      readers,
      owner,
      store: new FactsStore({
        database: knex,
        worker: {
          read: request => {
            parsed.push(`${request.reader} ${request.entry}`);
            return worker.read(request);
          },
        },
      }),
    });

  const history = async () => {
    const commits = await selectCommits(knex, KEY);
    const readings = await selectReadings(knex, KEY);
    return {
      commits: commits.map(({ oid }) => oid),
      readings: readings.map(
        ({ position, entry, facts }) =>
          `${position} ${entry}${facts === null ? ' gone' : ''}`,
      ),
    };
  };

  it('walks the first parents and reads only what a commit touched', async () => {
    const first = origin.commit({
      'a.polite': 'x',
      'parts/x': '1',
      other: '1',
    });
    const second = origin.commit({ other: '2' });
    const third = origin.commit({ 'parts/x': '2', 'b.polite': '' });
    const fourth = origin.commit({ 'parts/n.txt': '' });
    const fifth = origin.commit({ 'a.polite': undefined });
    expect(await create().index(KEY, git)).toEqual({
      status: 'done',
      reason: 'missing',
    });
    expect(await history()).toEqual({
      commits: [first, second, third, fourth, fifth],
      readings: [
        '0 a.polite',
        '2 a.polite',
        '2 b.polite',
        '3 a.polite',
        '3 b.polite',
        '4 a.polite gone',
      ],
    });
    expect(await selectRepository(knex, KEY)).toMatchObject({
      index_status: 'ready',
      indexed_head: fifth,
      read_position: 4,
      commits_total: 5,
      claimed_by: null,
    });
  });

  it('reads nothing twice when content comes back', async () => {
    origin.commit({ 'a.polite': 'x', 'parts/x': '1' });
    origin.commit({ 'parts/x': '2' });
    origin.commit({ 'parts/x': '1' });
    await create().index(KEY, git);
    expect(parsed).toEqual(['polite a.polite', 'polite a.polite']);
    const readings = await selectReadings(knex, KEY);
    expect(readings[2].facts).toBe(readings[0].facts);
  });

  it('appends new commits from where it was', async () => {
    origin.commit({ 'a.polite': 'x', 'parts/x': '1' });
    await create().index(KEY, git);
    parsed = [];
    expect(await create().index(KEY, git)).toEqual({
      status: 'done',
      reason: 'equal',
    });
    const second = origin.commit({ 'parts/x': '2' });
    expect(await create().index(KEY, git)).toEqual({
      status: 'done',
      reason: 'new-commits',
    });
    expect(parsed).toEqual(['polite a.polite']);
    expect(await history()).toMatchObject({
      commits: [expect.any(String), second],
      readings: ['0 a.polite', '1 a.polite'],
    });
  });

  it('follows first parents through a merge', async () => {
    const base = origin.commit({ 'a.polite': '' });
    const side = origin.commit(
      { 'b.polite': '' },
      { branch: 'side', onto: base },
    );
    await create().index(KEY, git);
    const tree = origin.git('rev-parse', `${side}^{tree}`);
    const merge = origin.git(
      '-c',
      'user.name=A',
      '-c',
      'user.email=a@b',
      'commit-tree',
      tree,
      '-p',
      base,
      '-p',
      side,
      '-m',
      'merge',
    );
    origin.git('update-ref', 'refs/heads/main', merge);
    expect(await create().index(KEY, git)).toEqual({
      status: 'done',
      reason: 'new-commits',
    });
    expect(await history()).toEqual({
      commits: [base, merge],
      readings: ['0 a.polite', '1 b.polite'],
    });
  });

  it('walks again when history was rewritten', async () => {
    origin.commit({ 'a.polite': '' });
    origin.commit({ 'b.polite': '' });
    await create().index(KEY, git);
    origin.git('update-ref', '-d', 'refs/heads/main');
    const only = origin.commit({ 'c.polite': '' });
    expect(await create().index(KEY, git)).toEqual({
      status: 'done',
      reason: 'history-rewritten',
    });
    expect(await history()).toEqual({
      commits: [only],
      readings: ['0 c.polite'],
    });
  });

  it('reads again, without another walk, when a reader changed', async () => {
    origin.commit({ 'a.polite': '' });
    await create().index(KEY, git);
    parsed = [];
    const risen = loadReaderModules([MODULE]).map(reader => ({
      ...reader,
      version: reader.version + 1,
    }));
    expect(await create(risen).index(KEY, git)).toEqual({
      status: 'done',
      reason: 'reader-changed',
    });
    expect(parsed).toEqual(['polite a.polite']);
    expect((await history()).readings).toEqual(['0 a.polite']);
  });

  it('takes an empty repository as indexed', async () => {
    expect(await create().index(KEY, git)).toEqual({
      status: 'done',
      reason: 'equal',
    });
    expect(await selectRepository(knex, KEY)).toMatchObject({
      index_status: 'ready',
    });
  });

  it('leaves a repository to the process that claimed it', async () => {
    origin.commit({ 'a.polite': '' });
    const now = Date.now();
    await claimRepository(knex, {
      key: KEY,
      owner: 'other',
      now,
      until: now + 60_000,
    });
    expect(await create().index(KEY, git)).toEqual({ status: 'busy' });
    expect((await history()).commits).toEqual([]);
  });

  it('makes a reading that never ends a problem of its entry, once', async () => {
    origin.commit({ 'a.endless': '', 'a.polite': '' });
    await create().index(KEY, git);
    expect((await history()).readings).toEqual(['0 a.endless', '0 a.polite']);
    const rows = await knex('facts').where({ reader: 'endless' });
    expect(JSON.parse(rows[0].problems)).toMatchObject([
      { code: 'limit-exceeded', path: 'a.endless' },
    ]);
    expect(Number(rows[0].retry_at)).toBeGreaterThan(Date.now());
  });

  it('shows its progress', async () => {
    origin.commit({ 'a.polite': '' });
    origin.commit({ 'a.polite': 'x' });
    const seen: unknown[] = [];
    let reading: Promise<void> = Promise.resolve();
    await create().index(KEY, git, () => {
      reading = reading.then(async () => {
        const row = await selectRepository(knex, KEY);
        seen.push(row?.commits_total);
      });
    });
    await reading;
    expect(seen).toEqual([2, 2]);
  });

  it('says why it failed', async () => {
    const broken: Repository = Object.assign(Object.create(git), {
      head: async () => {
        throw new Error('mirror is gone');
      },
    });
    await expect(create().index(KEY, broken)).rejects.toThrow('mirror is gone');
    expect(await selectRepository(knex, KEY)).toMatchObject({
      index_status: 'failed',
      index_message: 'mirror is gone',
      claimed_by: null,
    });
  });

  it('bounds one file by the reading limits', async () => {
    origin.commit({ 'a.polite': 'x'.repeat(DEFAULT_READ_LIMITS.bytes + 1) });
    await create().index(KEY, git);
    const [row] = await knex('facts');
    expect(JSON.parse(row.trace)).toMatchObject([
      { get: 'a.polite', tooLarge: true },
    ]);
  });
});
