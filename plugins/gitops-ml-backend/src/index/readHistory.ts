import { Reader } from '@gitops-ml/core';
import { Repository, RevisionTree } from '@gitops-ml/git';
import { Knex } from 'knex';
import { EntryTracker, FileChange } from './EntryTracker';
import { FactsStore, parseFactsRow } from './FactsStore';
import { selectCommits } from './operations/selectCommits';
import { selectFactsByIds } from './operations/selectFactsByIds';
import { selectPathChanges } from './operations/selectPathChanges';
import { selectReadings } from './operations/selectReadings';
import { selectRepository } from './operations/selectRepository';
import { PathChangeRow, ReadingRow } from './tables';

/** What readers say of a range of the tracked history, up to and with `position`. */
interface ReadingsBatch {
  readings: ReadingRow[];
  position: number;
}

interface Tools {
  database: Knex;
  store: FactsStore;
  readers: readonly Reader[];
  now: () => number;
}

const BATCH_COMMITS = 200;
/** A batch is handed over earlier after this time, so that pages see progress. */
const BATCH_MS = 2000;

/**
 * Reads the indexed history from where the readings end. The tree moves along
 * with the path changes, and at each commit only what the change touched is read.
 */
export async function* readHistory(
  key: string,
  git: Repository,
  tools: Tools,
): AsyncGenerator<ReadingsBatch> {
  const row = await selectRepository(tools.database, key);
  const start = (row?.read_position ?? -1) + 1;
  const walk = await openWalk(key, git, start, tools);
  for (let from = start; ; from += BATCH_COMMITS) {
    const commits = await selectCommits(tools.database, key, {
      from,
      limit: BATCH_COMMITS,
    });
    if (commits.length === 0) return;
    yield* readRange(walk, { from, to: from + commits.length - 1 });
  }
}

async function* readRange(
  walk: Walk,
  range: { from: number; to: number },
): AsyncGenerator<ReadingsBatch> {
  const { key, tools } = walk;
  const changes = groupByPosition(
    await selectPathChanges(tools.database, key, range),
  );
  let readings: ReadingRow[] = [];
  let handedOver = tools.now();
  for (let position = range.from; position <= range.to; position++) {
    const rows = changes.get(position) ?? [];
    readings.push(...(await readCommit(walk, rows, position)));
    if (position === range.to || tools.now() - handedOver > BATCH_MS) {
      yield { readings, position };
      readings = [];
      handedOver = tools.now();
    }
  }
}

interface Walk {
  key: string;
  git: Repository;
  tools: Tools;
  /** Path → oid at the present position. */
  files: Map<string, string>;
  tracker: EntryTracker;
}

async function openWalk(
  key: string,
  git: Repository,
  start: number,
  tools: Tools,
): Promise<Walk> {
  const walk: Walk = {
    key,
    git,
    tools,
    files: new Map(),
    tracker: new EntryTracker(tools.readers),
  };
  if (start === 0) return walk;
  const [previous] = await selectCommits(tools.database, key, {
    from: start - 1,
    limit: 1,
  });
  for (const { path, oid, kind } of await git.tree(previous.oid)) {
    if (kind === 'blob') walk.files.set(path, oid);
  }
  await restoreTracker(walk);
  return walk;
}

async function restoreTracker({ key, tools, tracker }: Walk): Promise<void> {
  const latest = new Map<string, ReadingRow>();
  for (const row of await selectReadings(tools.database, key)) {
    latest.set(`${row.reader}\0${row.entry}`, row);
  }
  const ids = [...latest.values()].flatMap(({ facts }) => facts ?? []);
  const rows = await selectFactsByIds(tools.database, ids);
  const byId = new Map(rows.map(row => [row.id, row]));
  for (const { reader: id, entry, facts } of latest.values()) {
    const reader = tools.readers.find(one => one.id === id);
    const row = facts === null ? undefined : byId.get(facts);
    if (reader && row) {
      tracker.set({ reader, entry }, row.id, parseFactsRow(row).trace);
    }
  }
}

async function readCommit(
  walk: Walk,
  rows: readonly PathChangeRow[],
  position: number,
): Promise<ReadingRow[]> {
  const { files, tracker, tools, key } = walk;
  const changes = rows.flatMap(row => applyChange(files, row));
  if (changes.length === 0) return [];
  const tree = lazy(() => openTree(walk));
  const { read, gone } = tracker.plan(changes, () => tree().paths);
  const readings: ReadingRow[] = [];
  const note = (reader: string, entry: string, facts: string | null) =>
    readings.push({ repository: key, position, reader, entry, facts });
  for (const entry of gone) {
    tracker.delete(entry);
    note(entry.reader.id, entry.entry, null);
  }
  for (const entry of read) {
    const known = await tools.store.read(entry.reader, entry.entry, tree());
    const before = tracker.factsOf(entry);
    tracker.set(entry, known.id, known.trace);
    if (before !== known.id) note(entry.reader.id, entry.entry, known.id);
  }
  return readings;
}

function applyChange(
  files: Map<string, string>,
  { path, oid }: PathChangeRow,
): FileChange[] {
  const before = files.get(path);
  if (oid === null) {
    files.delete(path);
    return before === undefined ? [] : [{ path, kind: 'deleted' }];
  }
  files.set(path, oid);
  return [{ path, kind: before === undefined ? 'added' : 'modified' }];
}

function openTree({ git, files, tools }: Walk): RevisionTree {
  return new RevisionTree({
    repository: git,
    limits: tools.store.limits,
    oids: files,
  });
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function groupByPosition(
  rows: readonly PathChangeRow[],
): Map<number, PathChangeRow[]> {
  const groups = new Map<number, PathChangeRow[]>();
  for (const row of rows) {
    const group = groups.get(row.position) ?? [];
    group.push(row);
    groups.set(row.position, group);
  }
  return groups;
}
