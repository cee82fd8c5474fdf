import { FeastProjectView } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** A project among others: names repeat, folders don't. */
export function describeProject({
  name,
  path,
}: Pick<FeastProjectView, 'name' | 'path'>): string {
  return `${name} · ${path || 'root'}`;
}
