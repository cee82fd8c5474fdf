import { isSameJson } from '../../json/isSameJson';
import { toJson } from '../../json/toJson';
import { formatTime } from '../../clock/Clock';
import { ClusterStore } from '../../cluster/ClusterStore';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import {
  DeploymentSpec,
  deploymentSpecSchema,
  deploymentStatusSchema,
  replicaSetSpecSchema,
  replicaSetStatusSchema,
} from '../contract';
import { listOwned, toOwner } from '../createPod';
import { Controller, ControllerContext } from '../runController';
import { setStatus } from '../setStatus';
import { describeDeployment, isDone } from './describeDeployment';
import { hashTemplate } from './hashTemplate';
import { planScale, unavailableOf } from './planScale';

const HASH_LABEL = 'pod-template-hash';
const REVISION = 'deployment.kubernetes.io/revision';

const revisionOf = ({ metadata }: KubernetesObject) =>
  Number(metadata.annotations?.[REVISION] ?? 0);

const sizeOf = (set: KubernetesObject) => {
  const { availableReplicas, readyReplicas, replicas } =
    replicaSetStatusSchema.parse(set.status ?? {});
  const wanted = replicaSetSpecSchema.parse(set.spec).replicas;
  return {
    replicas: wanted,
    existing: replicas,
    ready: readyReplicas,
    available: Math.min(availableReplicas, wanted),
  };
};

function createSet(
  store: ClusterStore,
  deployment: KubernetesObject,
  spec: DeploymentSpec,
  revision: string,
): KubernetesObject {
  const { name, namespace } = deployment.metadata;
  const hash = hashTemplate(spec.template);
  const labels = { ...spec.template.metadata.labels, [HASH_LABEL]: hash };
  return store.create({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${name}-${hash}`,
      namespace,
      labels,
      annotations: { [REVISION]: revision },
      ownerReferences: [toOwner(deployment)],
    },
    spec: toJson({
      replicas: 0,
      minReadySeconds: spec.minReadySeconds,
      selector: {
        matchLabels: { ...spec.selector.matchLabels, [HASH_LABEL]: hash },
      },
      template: {
        ...spec.template,
        metadata: { ...spec.template.metadata, labels },
      },
    }),
  });
}

/** The ReplicaSet of the current template, made or brought to the front. */
function currentSet(
  store: ClusterStore,
  deployment: KubernetesObject,
  spec: DeploymentSpec,
  sets: KubernetesObject[],
): KubernetesObject {
  const hash = hashTemplate(spec.template);
  const found = sets.find(
    ({ metadata }) => metadata.labels?.[HASH_LABEL] === hash,
  );
  const others = sets.filter(set => set !== found).map(revisionOf);
  const newest = Math.max(0, ...others);
  if (!found) {
    return createSet(store, deployment, spec, String(newest + 1));
  }
  if (revisionOf(found) > newest) return found;
  const annotations = { [REVISION]: String(newest + 1) };
  return patchSet(store, found, { metadata: { annotations } });
}

function patchSet(
  store: ClusterStore,
  { metadata }: KubernetesObject,
  patch: object,
): KubernetesObject {
  const { namespace, name } = metadata;
  return store.patch('ReplicaSet', namespace, name, toJson(patch));
}

function setSize(store: ClusterStore, set: KubernetesObject, replicas: number) {
  if (sizeOf(set).replicas === replicas) return;
  patchSet(store, set, { spec: { replicas } });
}

function dropOld(
  store: ClusterStore,
  old: KubernetesObject[],
  limit: number,
): void {
  const empty = old
    .filter(set => sizeOf(set).replicas === 0 && sizeOf(set).existing === 0)
    .sort((a, b) => revisionOf(a) - revisionOf(b));
  const surplus = Math.max(0, old.length - limit);
  for (const { metadata } of empty.slice(0, surplus)) {
    store.delete('ReplicaSet', metadata.namespace, metadata.name);
  }
}

function noteRevision(
  store: ClusterStore,
  { metadata }: KubernetesObject,
  current: KubernetesObject,
): void {
  const annotations = { [REVISION]: String(revisionOf(current)) };
  const before = { [REVISION]: metadata.annotations?.[REVISION] };
  if (isSameJson(annotations, before)) return;
  store.patch('Deployment', metadata.namespace, metadata.name, {
    metadata: { annotations },
  });
}

/** @returns the ReplicaSet of the current template, once its size is set */
function roll(
  store: ClusterStore,
  deployment: KubernetesObject,
  spec: DeploymentSpec,
): KubernetesObject {
  const sets = listOwned(store, 'ReplicaSet', deployment);
  const current = currentSet(store, deployment, spec, sets);
  const old = sets.filter(
    ({ metadata }) => metadata.uid !== current.metadata.uid,
  );
  const plan = planScale(spec, sizeOf(current), old.map(sizeOf));
  setSize(store, current, plan.current);
  old.forEach((set, index) => setSize(store, set, plan.old[index]));
  dropOld(store, old, spec.revisionHistoryLimit);
  noteRevision(store, deployment, current);
  return current;
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

function reconcile(
  deployment: KubernetesObject,
  { store, clock }: ControllerContext,
): number | undefined {
  const spec = deploymentSpecSchema.parse(deployment.spec);
  const newest = () =>
    listOwned(store, 'ReplicaSet', deployment).sort(
      (a, b) => revisionOf(b) - revisionOf(a),
    )[0];
  const current = spec.paused ? newest() : roll(store, deployment, spec);
  const sets = listOwned(store, 'ReplicaSet', deployment);
  const sizes = sets.map(sizeOf);
  const own = sets.find(
    ({ metadata }) => metadata.uid === current?.metadata.uid,
  );
  const facts = {
    spec,
    setName: current?.metadata.name ?? '',
    replicas: sum(sizes.map(({ existing }) => existing)),
    updated: own ? sizeOf(own).existing : 0,
    ready: sum(sizes.map(({ ready }) => ready)),
    available: sum(sizes.map(({ available }) => available)),
    minimum: spec.replicas - unavailableOf(spec),
    generation: deployment.metadata.generation,
    before: deploymentStatusSchema.parse(deployment.status ?? {}),
    now: formatTime(clock.now()),
  };
  setStatus(store, deployment, describeDeployment(facts));
  return isDone(facts) || spec.paused
    ? undefined
    : spec.progressDeadlineSeconds * 1000;
}

/** Rolls a Deployment from one template to the next, as its strategy has it. */
export const deploymentController: Controller = {
  kind: 'Deployment',
  reconcile,
};
