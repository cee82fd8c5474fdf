import { KubernetesObject } from '../../../cluster/KubernetesObject';
import { refOf } from './ResourceRef';

const annotation = 'argocd.argoproj.io/tracking-id';

function describeTracking(
  application: string,
  namespace: string,
  object: KubernetesObject,
): string {
  const { group, kind, name } = refOf(object);
  return `${application}:${group}/${kind}:${namespace}/${name}`;
}

/** An object with the annotation that names the application it belongs to (util/argo/resource_tracking.go). */
export function track(
  application: string,
  object: KubernetesObject,
  destination: string,
): KubernetesObject {
  const { annotations, ...metadata } = object.metadata;
  const namespace = metadata.namespace ?? destination;
  return {
    ...object,
    metadata: {
      ...metadata,
      annotations: {
        ...annotations,
        [annotation]: describeTracking(application, namespace, object),
      },
    },
  };
}

/**
 * The application that an object belongs to. An id that names another object
 * was copied with the rest of its annotations and says nothing.
 */
export function readTracking(object: KubernetesObject): string | undefined {
  const id = object.metadata.annotations?.[annotation] ?? '';
  const application = id.split(':')[0];
  const { namespace } = object.metadata;
  const [, , place = ''] = id.split(':');
  const own = namespace ?? place.split('/')[0];
  return id !== '' && id === describeTracking(application, own, object)
    ? application
    : undefined;
}
