import { formatTime } from '../../clock/Clock';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { podSpecSchema, PodSpec, podStatusSchema } from '../contract';
import { Controller, ControllerContext } from '../runController';
import { setStatus } from '../setStatus';
import { findMissing } from './findMissing';

/** How long a pod takes to become ready, in milliseconds. */
const READY_DELAY = 1500;
/** Pods of one moment become ready one after the other. */
const SPREAD = 1000;

/** From 0 to 1, the same for the same name. */
function shareOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 1009;
  return hash / 1009;
}

const conditionsOf = (ready: boolean, now: string) =>
  ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map(type => ({
    type,
    status: ready || type === 'PodScheduled' ? 'True' : 'False',
    lastProbeTime: null,
    lastTransitionTime: now,
  }));

function pending(spec: PodSpec, now: string, reason: string, message?: string) {
  return {
    phase: 'Pending',
    conditions: conditionsOf(false, now),
    startTime: now,
    containerStatuses: spec.containers.map(({ name, image }) => ({
      name,
      image,
      ready: false,
      restartCount: 0,
      started: false,
      state: { waiting: { reason, ...(message && { message }) } },
    })),
  };
}

function running(spec: PodSpec, now: string, startTime: string) {
  return {
    phase: 'Running',
    conditions: conditionsOf(true, now),
    startTime,
    containerStatuses: spec.containers.map(({ name, image }) => ({
      name,
      image,
      ready: true,
      restartCount: 0,
      started: true,
      state: { running: { startedAt: now } },
    })),
  };
}

function reconcile(
  pod: KubernetesObject,
  { store, clock }: ControllerContext,
): number | undefined {
  const spec = podSpecSchema.parse(pod.spec);
  const status = podStatusSchema.parse(pod.status ?? {});
  if (status.phase !== 'Pending') return undefined;
  const now = clock.now();
  const { namespace, name, creationTimestamp = '' } = pod.metadata;
  const missing = findMissing(store, namespace, spec);
  const since = status.startTime ?? formatTime(now);
  if (missing) {
    const { reason, message } = missing;
    setStatus(store, pod, pending(spec, since, reason, message));
    return undefined;
  }
  const age = now - Date.parse(creationTimestamp);
  const left = READY_DELAY + Math.round(shareOf(name) * SPREAD) - age;
  if (left > 0) {
    setStatus(store, pod, pending(spec, since, 'ContainerCreating'));
    return left;
  }
  setStatus(store, pod, running(spec, formatTime(now), since));
  return undefined;
}

/** Starts pods: none runs, each becomes ready after a moment, if what it needs is there. */
export const podController: Controller = {
  kind: 'Pod',
  affected({ object }, store) {
    const { kind, metadata } = object;
    if (kind !== 'ConfigMap' && kind !== 'Secret') return [];
    return store
      .list('Pod', { namespace: metadata.namespace })
      .filter(pod => pod.status?.phase === 'Pending')
      .map(pod => pod.metadata);
  },
  reconcile,
};
