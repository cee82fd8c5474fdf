import { Repository } from './describeRepository';

/** Pages of a forge. */
export interface ForgeLinks {
  commit(oid: string): string;
  file(oid: string, path: string, line?: number): string;
}

/** The addresses at which a repository's forge shows a commit and a file. */
export function forgeLinks({
  forge,
  webUrl,
}: Pick<Repository, 'forge' | 'webUrl'>): ForgeLinks {
  const at = (anchor: string, line: number | undefined) =>
    line === undefined ? '' : `${anchor}${line}`;
  switch (forge) {
    case 'github':
      return {
        commit: oid => `${webUrl}/commit/${oid}`,
        file: (oid, path, line) =>
          `${webUrl}/blob/${oid}/${escape(path)}${at('#L', line)}`,
      };
    case 'gitlab':
      return {
        commit: oid => `${webUrl}/-/commit/${oid}`,
        file: (oid, path, line) =>
          `${webUrl}/-/blob/${oid}/${escape(path)}${at('#L', line)}`,
      };
    case 'gitea':
      return {
        commit: oid => `${webUrl}/commit/${oid}`,
        file: (oid, path, line) =>
          `${webUrl}/src/commit/${oid}/${escape(path)}${at('#L', line)}`,
      };
    case 'bitbucketCloud':
      return {
        commit: oid => `${webUrl}/commits/${oid}`,
        file: (oid, path, line) =>
          `${webUrl}/src/${oid}/${escape(path)}${at('#lines-', line)}`,
      };
    case 'bitbucketServer':
      return {
        commit: oid => `${webUrl}/commits/${oid}`,
        file: (oid, path, line) =>
          `${webUrl}/browse/${escape(path)}?at=${oid}${at('#', line)}`,
      };
    case 'azure':
      return {
        commit: oid => `${webUrl}/commit/${oid}`,
        file: (oid, path, line) =>
          `${webUrl}?path=/${escape(path)}&version=GC${oid}${at(
            '&line=',
            line,
          )}`,
      };
    default:
      return forge satisfies never;
  }
}

function escape(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
