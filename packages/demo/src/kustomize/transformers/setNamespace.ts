import { isJsonObject } from '@gitops-ml/core';
import { KustomizeError } from '../KustomizeError';
import { Accumulator } from '../model/Accumulator';
import { isClusterScoped } from '../model/clusterScoped';
import { Resource } from '../model/Resource';
import { formatId, isSameId } from '../model/ResourceId';
import { visitField } from './visitField';

/** `namespace:` (api/filters/namespace). Throws `KustomizeError` where two resources become one. */
export function setNamespace(
  accumulator: Accumulator,
  namespace: string,
): void {
  if (namespace === '') return;
  for (const resource of accumulator.resources) {
    resource.keepId();
    change(resource, namespace, accumulator);
    const { id } = resource;
    if (
      accumulator.resources.filter(each => isSameId(each.id, id)).length > 1
    ) {
      throw new KustomizeError(
        `namespace transformation produces ID conflict: [${formatId(id)}]`,
        resource.path,
        'namespace',
      );
    }
  }
}

function change(
  resource: Resource,
  namespace: string,
  { config }: Accumulator,
): void {
  if (!isClusterScoped(resource.gvk)) resource.metadata.namespace = namespace;
  if (resource.gvk.kind.endsWith('RoleBinding')) {
    setSubjects(resource, namespace);
  }
  for (const spec of config.namespace) {
    const isName = spec.path === 'metadata/name';
    const applies =
      spec.path !== 'metadata/namespace' &&
      (!isName || resource.object.apiVersion === 'v1');
    if (!applies) continue;
    visitField(resource, spec, { update: () => namespace, initial: '' });
  }
}

// Of the subjects, kustomize moves the account "default" alone.
function setSubjects({ object }: Resource, namespace: string): void {
  if (!Array.isArray(object.subjects)) return;
  for (const subject of object.subjects) {
    if (isJsonObject(subject) && subject.name === 'default') {
      subject.namespace = namespace;
    }
  }
}
