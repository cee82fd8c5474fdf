import { z } from 'zod/v4';
import { ClusterStore } from '../../cluster/ClusterStore';
import { KubernetesObject } from '../../cluster/KubernetesObject';

/** How the latest delivery to a namespace ended. */
export interface DeliveryOutcome {
  namespace: string;
  outcome: 'stable' | 'aborted';
  /** The ConfigMaps from which the pods in question get their environment. */
  configMaps: string[];
}

const statusSchema = z.looseObject({
  stableRS: z.string().optional(),
  currentPodHash: z.string().optional(),
  abort: z.boolean().optional(),
});

const podsSchema = z.looseObject({
  spec: z.looseObject({
    template: z.looseObject({
      spec: z.looseObject({
        containers: z.array(
          z.looseObject({
            envFrom: z
              .array(
                z.looseObject({
                  configMapRef: z.looseObject({ name: z.string() }).optional(),
                }),
              )
              .default([]),
          }),
        ),
      }),
    }),
  }),
});

const listConfigMaps = (replicaSet: KubernetesObject) =>
  podsSchema
    .parse(replicaSet)
    .spec.template.spec.containers.flatMap(({ envFrom }) => envFrom)
    .flatMap(({ configMapRef }) => (configMapRef ? [configMapRef.name] : []));

/** How the latest deliveries ended, where there was one. */
export function listOutcomes(
  store: ClusterStore,
  namespaces: readonly string[],
): DeliveryOutcome[] {
  const rollouts = namespaces.flatMap(namespace =>
    store.list('Rollout', { namespace }),
  );
  return rollouts.flatMap(({ metadata, status }): DeliveryOutcome[] => {
    const { namespace = '' } = metadata;
    const { abort, stableRS, currentPodHash } = statusSchema.parse(
      status ?? {},
    );
    const hash = abort ? currentPodHash : stableRS;
    const [replicaSet] = store.list('ReplicaSet', {
      namespace,
      labels: { 'rollouts-pod-template-hash': hash ?? '' },
    });
    if (!replicaSet) return [];
    const outcome = abort ? 'aborted' : 'stable';
    return [{ namespace, outcome, configMaps: listConfigMaps(replicaSet) }];
  });
}
