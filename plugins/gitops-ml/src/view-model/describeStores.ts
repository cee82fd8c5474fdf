import { FeastProjectView } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** Where a project's features live, as `feature_store.yaml` says. */
export function describeStores(project: FeastProjectView): string {
  const parts: [string, string | undefined][] = [
    ['online store', project.onlineStore],
    ['offline store', project.offlineStore],
    ['registry', project.registry],
    ['provider', project.provider],
  ];
  return parts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ');
}
