import { quoteShell } from './quoteShell';

/** Brings an output of the checked-out commit. */
export function pullCommand(path: string): string {
  return `dvc pull ${quoteShell(path)}`;
}

/** Brings an output of exactly this commit, from anywhere and without a clone. */
export function getCommand(
  repositoryUrl: string,
  path: string,
  oid: string,
): string {
  return `dvc get ${quoteShell(repositoryUrl)} ${quoteShell(
    path,
  )} --rev ${oid}`;
}
