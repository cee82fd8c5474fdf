import { DataOutputView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeDataVersion } from './describeDataVersion';
import { matchesSearch } from './matchesSearch';
import { SortKey } from './sortRows';

export interface DataRow {
  id: string;
  output: DataOutputView;
  /** Bytes more than the version before; absent where either is unknown. */
  sizeDelta?: number;
  filesDelta?: number;
}

function difference(now: number | undefined, before: number | undefined) {
  return now === undefined || before === undefined ? undefined : now - before;
}

/** One row per declaration, since a path may wrongly be declared twice. */
export function collectDataRows(outputs: readonly DataOutputView[]): DataRow[] {
  return outputs.map(output => ({
    id: `${output.path} ${output.declaredIn.path}:${output.declaredIn.line}`,
    output,
    sizeDelta: difference(output.size, output.previous?.size),
    filesDelta: difference(output.files, output.previous?.files),
  }));
}

export function searchDataRows(rows: DataRow[], search: string): DataRow[] {
  return rows.filter(({ output }) =>
    matchesSearch(
      [
        output.path,
        output.kind,
        output.stage,
        output.hash?.value,
        output.description,
        output.declaredIn.path,
        output.imported?.url,
        ...output.usedBy,
      ],
      search,
    ),
  );
}

export const DATA_SORT_KEYS: Record<string, (row: DataRow) => SortKey> = {
  path: row => row.output.path,
  size: row => row.output.size,
  files: row => row.output.files,
  changed: row => row.output.changedIn?.date,
  origin: row => row.output.stage ?? row.output.declaredIn.path,
};

/** What the header says of all outputs. */
export interface DataTotals {
  outputs: number;
  bytes: number;
  /** Outputs whose version has no recorded size, so not in `bytes`. */
  unsized: number;
  /** Outputs that have no version yet. */
  unmade: number;
  notPushed: number;
  /** Outputs of which nobody knows whether the remote has them. */
  notChecked: number;
}

export function sumData(outputs: readonly DataOutputView[]): DataTotals {
  const made = outputs.filter(
    output => describeDataVersion(output).kind !== 'none',
  );
  const having = (...statuses: string[]) =>
    made.filter(output => statuses.includes(output.pushed.status)).length;
  return {
    outputs: outputs.length,
    bytes: outputs.reduce((sum, output) => sum + (output.size ?? 0), 0),
    unsized: made.filter(output => output.size === undefined).length,
    unmade: outputs.length - made.length,
    notPushed: having('missing', 'no-remote'),
    notChecked: having('not-checked', 'unknown'),
  };
}
