import { ClusterStore } from '../../cluster/ClusterStore';
import { KindName } from '../../cluster/kinds';

interface Deployment {
  /** As the template names its project and its set in Argo CD. */
  project: string;
  /** What is deployed to. */
  namespaces: readonly string[];
}

const argoNamespace = 'argocd';

/** Takes back what registering a repository with Argo CD brought; what isn't there is fine. */
export function forgetDeployment(
  store: ClusterStore,
  { project, namespaces }: Deployment,
): void {
  const remove = (kind: KindName, name: string, namespace?: string) => {
    if (store.get(kind, namespace, name)) store.delete(kind, namespace, name);
  };
  // What makes goes before what it made, which stays where it is deployed.
  remove('ApplicationSet', project, argoNamespace);
  for (const { spec, metadata } of store.list('Application')) {
    if (spec?.project !== project) continue;
    remove('Application', metadata.name, metadata.namespace);
  }
  remove('AppProject', project, argoNamespace);
  for (const name of namespaces) remove('Namespace', name);
}
