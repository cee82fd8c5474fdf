/** A repository of the forge: `owner/name`. */
export interface RepositoryName {
  owner: string;
  name: string;
}

const maxLength = 100;
const allowed = /^[A-Za-z0-9_.-]+$/;
const reservedEnding = /(^\.|\.(git|wiki|lock|rss|atom)$)/i;

/**
 * Gitea's rule for names (AlphaDashDot), and no leading dot: a name is also a
 * folder on the disk. What it refuses is answered as not found.
 */
function isRepositoryName(name: string): boolean {
  return (
    name.length <= maxLength && allowed.test(name) && !reservedEnding.test(name)
  );
}

/** The repository of `owner` and `name` out of a URL, with or without `.git`. */
export function parseRepositoryName(
  owner: string,
  name: string,
): RepositoryName | undefined {
  const bare = name.replace(/\.git$/, '');
  return isRepositoryName(owner) && isRepositoryName(bare)
    ? { owner, name: bare }
    : undefined;
}
