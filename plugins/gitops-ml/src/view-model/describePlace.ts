import { Envelope } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** Where a page looked: `the folder services/fraud of https://… at main`. */
export function describePlace({ repository, revision }: Envelope): string {
  const folder = repository.path ? `the folder ${repository.path} of ` : '';
  const at = revision
    ? ` at ${revision.ref} (git:${revision.oid.slice(0, 7)})`
    : '';
  return `${folder}${repository.url}${at}`;
}
