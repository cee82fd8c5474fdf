import { runGit, tryGit } from '@gitops-ml/git';
import { RemoteRefs } from './parseRemoteRefs';

/** The refs of a mirror, in the form of the remote's. */
export async function readLocalRefs(gitDirectory: string): Promise<RemoteRefs> {
  const [listing, symbolic] = await Promise.all([
    runGit({
      gitDirectory,
      args: ['for-each-ref', '--format=%(objectname)%09%(refname)'],
    }),
    tryGit({ gitDirectory, args: ['symbolic-ref', '--quiet', 'HEAD'] }),
  ]);
  const refs = new Map<string, string>();
  for (const line of listing.toString('utf8').split('\n')) {
    const [oid, name] = line.split('\t');
    if (name !== undefined) refs.set(name, oid);
  }
  const head = symbolic.stdout.toString('utf8').trim();
  return { refs, head: head === '' ? undefined : head };
}

/** Has the remote what the mirror has? A remote that names no default branch keeps the mirror's. */
export function isSameRefs(local: RemoteRefs, remote: RemoteRefs): boolean {
  return (
    (remote.head === undefined || remote.head === local.head) &&
    local.refs.size === remote.refs.size &&
    [...remote.refs].every(([name, oid]) => local.refs.get(name) === oid)
  );
}
