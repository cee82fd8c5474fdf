import { EntryReading } from '@gitops-ml/core';
import { Knex } from 'knex';
import { parseFactsRow } from './FactsStore';
import { selectFactsByIds } from './operations/selectFactsByIds';
import { selectReadings } from './operations/selectReadings';
import { ReadingRow } from './tables';

/** What readers say at a commit of the tracked history at which some of it changed. */
interface Snapshot {
  position: number;
  /** All readings at this commit. */
  readings: EntryReading[];
  /** Ids of the readers whose readings changed here. */
  changed: Set<string>;
}

/** Snapshots are handed over in slices of this time, so that the process stays responsive. */
const SLICE_MS = 10;

/** The readings of the tracked history, oldest first, one snapshot per commit that changed any. */
export async function* loadSnapshots(
  database: Knex,
  key: string,
): AsyncGenerator<Snapshot> {
  const rows = await selectReadings(database, key);
  const facts = await loadReadings(database, rows);
  const present = new Map<string, EntryReading>();
  let sliceStart = performance.now();
  for (let start = 0; start < rows.length; ) {
    const { position } = rows[start];
    const changed = new Set<string>();
    let end = start;
    for (; rows[end]?.position === position; end++) {
      apply(present, rows[end], facts);
      changed.add(rows[end].reader);
    }
    start = end;
    yield { position, readings: [...present.values()], changed };
    if (performance.now() - sliceStart > SLICE_MS) {
      await new Promise(resolve => setImmediate(resolve));
      sliceStart = performance.now();
    }
  }
}

async function loadReadings(
  database: Knex,
  rows: readonly ReadingRow[],
): Promise<Map<string, EntryReading>> {
  const ids = new Set(rows.flatMap(({ facts }) => facts ?? []));
  const loaded = await selectFactsByIds(database, [...ids]);
  return new Map(loaded.map(row => [row.id, parseFactsRow(row).reading]));
}

function apply(
  present: Map<string, EntryReading>,
  row: ReadingRow,
  facts: Map<string, EntryReading>,
) {
  const key = `${row.reader}\0${row.entry}`;
  const reading = row.facts === null ? undefined : facts.get(row.facts);
  if (reading) present.set(key, reading);
  else present.delete(key);
}
