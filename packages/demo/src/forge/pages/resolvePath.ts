import { RepositoryStore, ResolvedRef } from '../git/RepositoryStore';
import { RefPath } from '../requests/ForgeRequest';
import { RepositoryName } from '../requests/repositoryName';

const mostSlashes = 8;

/**
 * Which segments are the ref's name, and which its path: a name can hold
 * slashes, but no name is the beginning of another one.
 */
export async function resolvePath(
  store: RepositoryStore,
  repository: RepositoryName,
  { refKind, segments }: RefPath,
): Promise<{ ref: ResolvedRef; path: string } | undefined> {
  const most = refKind === 'commit' ? 1 : mostSlashes;
  for (let at = 1; at <= Math.min(most, segments.length); at++) {
    const name = segments.slice(0, at).join('/');
    const ref = await store.resolve(repository, name, refKind);
    if (ref) return { ref, path: segments.slice(at).join('/') };
  }
  return undefined;
}
