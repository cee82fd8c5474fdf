import { formatTime } from '../clock/Clock';
import { ClusterStore } from '../cluster/ClusterStore';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { autoscalerSpecSchema } from './contract';
import { Controller, ControllerContext } from './runController';
import { setStatus } from './setStatus';

function targetOf(
  store: ClusterStore,
  autoscaler: KubernetesObject,
): KubernetesObject | undefined {
  const { data } = autoscalerSpecSchema.safeParse(autoscaler.spec);
  if (!data) return undefined;
  const { kind, name } = data.scaleTargetRef;
  return store.get(kind, autoscaler.metadata.namespace, name);
}

function condition(
  holds: boolean,
  now: string,
  reason: string,
  message: string,
) {
  const status = holds ? 'True' : 'False';
  return {
    type: 'AbleToScale',
    status,
    lastTransitionTime: now,
    reason,
    message,
  };
}

function reconcile(
  autoscaler: KubernetesObject,
  { store, clock }: ControllerContext,
): undefined {
  const spec = autoscalerSpecSchema.parse(autoscaler.spec);
  const { kind, name } = spec.scaleTargetRef;
  const since =
    autoscaler.metadata.creationTimestamp ?? formatTime(clock.now());
  const target = targetOf(store, autoscaler);
  if (!target) {
    const message = `the HPA controller was unable to get the target's current scale: ${kind} "${name}" not found`;
    const conditions = [condition(false, since, 'FailedGetScale', message)];
    setStatus(store, autoscaler, {
      currentReplicas: 0,
      desiredReplicas: 0,
      conditions,
    });
    return;
  }
  const given = target.spec?.replicas;
  const current = typeof given === 'number' ? given : 1;
  // Nobody measures load here; the bounds hold all the same. 0 switches it off.
  const wanted =
    current === 0
      ? 0
      : Math.min(Math.max(current, spec.minReplicas), spec.maxReplicas);
  if (wanted !== current) {
    const patch = { spec: { replicas: wanted } };
    store.patch(kind, target.metadata.namespace, name, patch);
  }
  const message = 'recommended size matches current size';
  setStatus(store, autoscaler, {
    currentReplicas: current,
    desiredReplicas: wanted,
    conditions: [condition(true, since, 'ReadyForNewScale', message)],
  });
}

/** Keeps the replicas of what an autoscaler names within its bounds. */
export const autoscalerController: Controller = {
  kind: 'HorizontalPodAutoscaler',
  affected({ object }, store) {
    return store
      .list('HorizontalPodAutoscaler', { namespace: object.metadata.namespace })
      .filter(
        autoscaler =>
          targetOf(store, autoscaler)?.metadata.uid === object.metadata.uid,
      )
      .map(({ metadata }) => metadata);
  },
  reconcile,
};
