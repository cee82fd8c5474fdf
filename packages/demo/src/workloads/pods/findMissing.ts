import { ClusterStore } from '../../cluster/ClusterStore';
import { PodSpec } from '../contract';

/** What keeps a container from being started. */
interface Missing {
  reason: 'CreateContainerConfigError' | 'ContainerCreating';
  message: string;
}

interface Need {
  kind: 'ConfigMap' | 'Secret';
  name: string;
  optional: boolean;
  reason: Missing['reason'];
}

function needsOf({ containers, initContainers, volumes }: PodSpec): Need[] {
  const ofVolumes = volumes.flatMap(({ configMap, secret }): Need[] => [
    ...(configMap
      ? [
          {
            ...configMap,
            kind: 'ConfigMap' as const,
            reason: 'ContainerCreating' as const,
          },
        ]
      : []),
    ...(secret
      ? [
          {
            kind: 'Secret' as const,
            name: secret.secretName,
            optional: secret.optional,
            reason: 'ContainerCreating' as const,
          },
        ]
      : []),
  ]);
  const reason = 'CreateContainerConfigError' as const;
  const ofContainers = [...initContainers, ...containers]
    .flatMap(({ envFrom }) => envFrom)
    .flatMap(({ configMapRef, secretRef }): Need[] => [
      ...(configMapRef
        ? [{ ...configMapRef, kind: 'ConfigMap' as const, reason }]
        : []),
      ...(secretRef ? [{ ...secretRef, kind: 'Secret' as const, reason }] : []),
    ]);
  return [...ofVolumes, ...ofContainers];
}

/** The first ConfigMap or Secret that a pod needs and that is not there. */
export function findMissing(
  store: ClusterStore,
  namespace: string | undefined,
  spec: PodSpec,
): Missing | undefined {
  const need = needsOf(spec).find(
    ({ kind, name, optional }) =>
      !optional && !store.get(kind, namespace, name),
  );
  if (!need) return undefined;
  const what = need.kind.toLowerCase();
  return { reason: need.reason, message: `${what} "${need.name}" not found` };
}
