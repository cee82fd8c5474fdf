import { z } from 'zod/v4';
import { ClusterStore } from '../../cluster/ClusterStore';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { HASH_LABEL } from '../reconcile/hashes';
import { Address } from './readAddress';

const texts = z.record(z.string(), z.string());

const serviceSchema = z.looseObject({
  spec: z.looseObject({ selector: texts }),
});

const podsSchema = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    labels: texts.optional(),
    ownerReferences: z
      .array(z.looseObject({ kind: z.string(), name: z.string() }))
      .optional(),
  }),
  spec: z.looseObject({
    template: z.looseObject({
      metadata: z.looseObject({ labels: texts.optional() }).optional(),
      spec: z.looseObject({
        containers: z.array(
          z.looseObject({
            env: z
              .array(
                z.looseObject({
                  name: z.string(),
                  value: z.string().optional(),
                }),
              )
              .optional(),
            envFrom: z
              .array(
                z.looseObject({
                  configMapRef: z.looseObject({ name: z.string() }).optional(),
                }),
              )
              .optional(),
          }),
        ),
      }),
    }),
  }),
  status: z.looseObject({ availableReplicas: z.int().optional() }).optional(),
});

type Pods = z.infer<typeof podsSchema>;

const rolloutSchema = z.looseObject({
  status: z.looseObject({ stableRS: z.string().optional() }).optional(),
});

function selects(selector: Record<string, string>, { spec }: Pods): boolean {
  const labels = spec.template.metadata?.labels ?? {};
  return Object.entries(selector).every(
    ([key, value]) => labels[key] === value,
  );
}

/** The one ReplicaSet whose pods answer for a Service. */
function findPods(
  store: ClusterStore,
  { service: name, namespace }: Address,
): Pods {
  const service = store.get('Service', namespace, name);
  if (!service) throw new Error(`no such host: ${name}.${namespace}.svc`);
  const { selector } = serviceSchema.parse(service).spec;
  const answering = store
    .list('ReplicaSet', { namespace })
    .flatMap(object => podsSchema.safeParse(object).data ?? [])
    .filter(
      pods =>
        selects(selector, pods) && (pods.status?.availableReplicas ?? 0) > 0,
    );
  const [pods] = answering;
  if (!pods) {
    throw new Error(`connection refused: no pod is behind service ${name}`);
  }
  if (answering.length > 1) {
    const names = answering.map(({ metadata }) => metadata.name).join(', ');
    throw new Error(
      `service ${name} has the pods of several releases behind it (${names}): whose word it gives is chance`,
    );
  }
  return pods;
}

function readData(configMap: KubernetesObject | undefined, name: string) {
  if (!configMap) throw new Error(`configmap "${name}" not found`);
  return texts.parse(configMap.data ?? {});
}

type Container = Pods['spec']['template']['spec']['containers'][number];

function readContainer(
  store: ClusterStore,
  namespace: string,
  { env = [], envFrom = [] }: Container,
): Record<string, string> {
  const maps = envFrom.flatMap(({ configMapRef }) =>
    configMapRef ? [configMapRef.name] : [],
  );
  const values = env.flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value]],
  );
  return Object.assign(
    {},
    ...maps.map(name =>
      readData(store.get('ConfigMap', namespace, name), name),
    ),
    Object.fromEntries(values),
  );
}

/** Is it the release that its Rollout tries, and not yet the stable one? */
function isCandidate(
  store: ClusterStore,
  namespace: string,
  { metadata: { labels = {}, ownerReferences = [] } }: Pods,
): boolean {
  return ownerReferences
    .filter(({ kind }) => kind === 'Rollout')
    .map(({ name }) => store.get('Rollout', namespace, name))
    .some(rollout => {
      const stable = rolloutSchema.safeParse(rollout).data?.status?.stableRS;
      return stable !== undefined && stable !== labels[HASH_LABEL];
    });
}

/** What answers for a Service. */
export interface Answering {
  /** Of its containers, as far as ConfigMaps make it. */
  environment: Record<string, string>;
  /** Whether it is on trial. */
  isCandidate: boolean;
}

/** The pods that answer for a Service. */
export function findAnswering(
  store: ClusterStore,
  address: Address,
): Answering {
  const pods = findPods(store, address);
  const { containers } = pods.spec.template.spec;
  return {
    environment: Object.assign(
      {},
      ...containers.map(container =>
        readContainer(store, address.namespace, container),
      ),
    ),
    isCandidate: isCandidate(store, address.namespace, pods),
  };
}
