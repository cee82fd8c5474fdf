/** An object of a remote: which repository's, and its md5, with `.dir` for a listing. */
export interface ObjectName {
  /** One or more names with slashes between. */
  repository: string;
  md5: string;
  suffix: '' | '.dir';
}

const maxLength = 300;
const objectPath =
  /^\/((?:[A-Za-z0-9_][A-Za-z0-9_.-]*\/)+)files\/md5\/([0-9a-f]{2})\/([0-9a-f]{30})(\.dir)?$/;

/**
 * The object at a path of DVC 3's layout; undefined for all else. A name can't
 * begin with a dot, and nothing is decoded: no path leads out of the folder.
 * Source: dvc-objects `ObjectDB.oid_to_path`.
 */
export function parseObjectPath(pathname: string): ObjectName | undefined {
  if (pathname.length > maxLength) return undefined;
  const match = objectPath.exec(pathname);
  if (!match) return undefined;
  const [, repository = '', first = '', rest = '', isListing] = match;
  return {
    repository: repository.slice(0, -1),
    md5: first + rest,
    suffix: isListing ? '.dir' : '',
  };
}
