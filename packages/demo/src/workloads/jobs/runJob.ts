import { ClusterStore } from '../../cluster/ClusterStore';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { JobSpec, podSpecSchema } from '../contract';
import { checkDefinitions } from './checkDefinitions';

/** The files of the ConfigMaps that a pod mounts, at their paths in the volume. */
function readMounted(
  store: ClusterStore,
  namespace: string | undefined,
  template: JobSpec['template'],
): Map<string, string> {
  const { volumes } = podSpecSchema.parse(template.spec);
  const files = volumes.flatMap(({ configMap }) => {
    if (!configMap) return [];
    const { data = {} } =
      store.get('ConfigMap', namespace, configMap.name) ?? {};
    const items =
      configMap.items ?? Object.keys(data).map(key => ({ key, path: key }));
    return items.flatMap(({ key, path }): [string, string][] => {
      const text = data[key];
      return typeof text === 'string' ? [[path, text]] : [];
    });
  });
  return new Map(files);
}

/**
 * What a Job that has no container comes to: one that applies Feast definitions
 * fails where the reader of this project finds them in error; others succeed.
 * @returns why it fails; `undefined` where it succeeds
 */
export function runJob(
  store: ClusterStore,
  { metadata }: KubernetesObject,
  { template }: JobSpec,
): string | undefined {
  if (!/(^|-)feast-apply$/.test(metadata.name)) return undefined;
  const files = readMounted(store, metadata.namespace, template);
  const problems = checkDefinitions(files);
  return problems.length > 0 ? problems.join('\n') : undefined;
}
