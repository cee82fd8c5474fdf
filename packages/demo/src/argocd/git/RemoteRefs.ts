import { RepositoryError } from './RepositoryError';

/** What a remote repository has: full ref name (and `HEAD`) → oid. */
export type RemoteRefs = ReadonlyMap<string, string>;

/** Reads the output of `git ls-remote`. */
export function parseRemoteRefs(output: string): RemoteRefs {
  const refs = new Map<string, string>();
  for (const line of output.split('\n')) {
    const [oid, name] = line.split('\t');
    if (name === undefined) continue;
    // A tag object is named by the commit that it points to.
    refs.set(name.replace(/\^\{\}$/, ''), oid);
  }
  return refs;
}

const namespaces = ['', 'refs/', 'refs/tags/', 'refs/heads/'];

/**
 * The commit, or abbreviated commit, that a revision names (util/git LsRemote).
 * Ranges of versions, which Argo CD also takes, are refused.
 */
export function resolveRevision(refs: RemoteRefs, revision: string): string {
  const wanted = revision || 'HEAD';
  if (/^[0-9a-f]{40}$/.test(wanted)) return wanted;
  for (const namespace of namespaces) {
    const oid = refs.get(namespace + wanted);
    if (oid) return oid;
  }
  if (/^[0-9a-f]{7,39}$/.test(wanted)) return wanted;
  throw new RepositoryError(
    /[*^~<>=|]/.test(wanted)
      ? `unable to resolve '${wanted}': ranges of versions are not part of the demo`
      : `unable to resolve '${wanted}' to a commit SHA`,
  );
}
