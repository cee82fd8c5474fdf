import { CommitView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Commit } from '@gitops-ml/git';
import { ForgeLinks } from '../../forge/forgeLinks';

/** A commit as pages show it. */
export function toCommitView(
  { oid, author, date, message }: Commit,
  links: ForgeLinks,
): CommitView {
  return { oid, author, date, message, url: links.commit(oid) };
}
