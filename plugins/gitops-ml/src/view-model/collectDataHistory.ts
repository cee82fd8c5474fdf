import { DataHistoryEntry } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** A line of a path's history: a version, or the commits that left it alone. */
export type DataHistoryLine =
  | { kind: 'version'; id: string; entry: DataHistoryEntry; sizeDelta?: number }
  | { kind: 'unchanged'; id: string; commits: number };

function sizeDelta(
  entry: DataHistoryEntry,
  older: DataHistoryEntry | undefined,
): number | undefined {
  if (entry.size === undefined || older?.size === undefined) return undefined;
  return entry.size - older.size;
}

/** Newest first, with the quiet stretches between versions as lines of their own. */
export function collectDataHistory(
  versions: readonly DataHistoryEntry[],
): DataHistoryLine[] {
  return versions.flatMap((entry, index) => {
    const { oid } = entry.commit;
    const version: DataHistoryLine = {
      kind: 'version',
      id: oid,
      entry,
      sizeDelta: sizeDelta(entry, versions[index + 1]),
    };
    return entry.unchangedAfter > 0
      ? [
          { kind: 'unchanged', id: `${oid}+`, commits: entry.unchangedAfter },
          version,
        ]
      : [version];
  });
}
