import { kinds } from '../../../cluster/kinds';
import { Project } from '../../contract';
import { matchGlob } from '../../glob/matchGlob';
import { ArgoCdCluster } from '../../spec/clusters';
import { isDestinationPermitted } from '../../spec/checkPermitted';
import { ResourceRef } from './ResourceRef';

type GroupKinds = Project['spec']['clusterResourceWhitelist'];

const matches = (list: GroupKinds, { group, kind }: ResourceRef) =>
  (list ?? []).some(
    item => matchGlob(item.group, group) && matchGlob(item.kind, kind),
  );

/** Why a project does not permit a resource; nothing where it does (AppProject.IsGroupKindPermitted). */
export function refuseResource(
  project: Project,
  cluster: ArgoCdCluster,
  ref: ResourceRef,
): string | undefined {
  const { spec, metadata } = project;
  const isNamespaced =
    kinds.find(({ name }) => name === ref.kind)?.namespaced ?? true;
  const isPermitted = isNamespaced
    ? (!spec.namespaceResourceWhitelist ||
        matches(spec.namespaceResourceWhitelist, ref)) &&
      !matches(spec.namespaceResourceBlacklist, ref)
    : matches(spec.clusterResourceWhitelist, ref) &&
      !matches(spec.clusterResourceBlacklist, ref);
  if (!isPermitted) {
    return `resource ${ref.group}:${ref.kind} is not permitted in project ${metadata.name}`;
  }
  const namespace = ref.namespace ?? '';
  if (!isNamespaced || isDestinationPermitted(project, cluster, namespace)) {
    return undefined;
  }
  return `namespace ${namespace} is not permitted in project '${metadata.name}'`;
}
