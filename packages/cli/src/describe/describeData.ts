import { DataVersion, DvcHash, DvcImport } from '@gitops-ml/core';

/** An output that DVC tracks, as the CLI's JSON has it. `null` is "none". */
export interface DataRow {
  path: string;
  kind: DataVersion['kind'];
  hash: DvcHash | null;
  size: number | null;
  files: number | null;
  /** The file that declares it. */
  declaredIn: string;
  stage: string | null;
  remote: string | null;
  push: boolean;
  cache: boolean;
  imported: {
    kind: DvcImport['kind'];
    url: string | null;
    rev: string | null;
    revLock: string | null;
    path: string | null;
  } | null;
}

function describeImport(imported: DvcImport | undefined): DataRow['imported'] {
  if (!imported) return null;
  const { kind, url, rev, revLock, path } = imported;
  return {
    kind,
    url: url ?? null,
    rev: rev ?? null,
    revLock: revLock ?? null,
    path: path ?? null,
  };
}

function describeOutput(output: DataVersion): DataRow {
  const { hash, declaredIn } = output;
  return {
    path: output.path,
    kind: output.kind,
    hash: hash ? { algorithm: hash.algorithm, value: hash.value } : null,
    size: output.size ?? null,
    files: output.files ?? null,
    declaredIn: declaredIn.path,
    stage: output.stage ?? null,
    remote: output.remote ?? null,
    push: output.push,
    cache: output.cache,
    imported: describeImport(output.imported),
  };
}

function compare(a: DataRow, b: DataRow): number {
  const [left, right] = [a, b].map(row => `${row.path}\0${row.declaredIn}`);
  return Number(left > right) - Number(left < right);
}

/** The rows of `gitops-ml data`, sorted by path. */
export function describeData(outputs: readonly DataVersion[]): DataRow[] {
  return outputs.map(describeOutput).sort(compare);
}
