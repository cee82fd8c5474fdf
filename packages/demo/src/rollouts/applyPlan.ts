import { toJson } from '../json/toJson';
import { Context } from './Context';
import { announce } from './announce';
import { Rollout } from './contract';
import { createRun, ownedBy } from './createRun';
import { HASH_LABEL } from './reconcile/hashes';
import { DESIRED_REPLICAS, REVISION } from './reconcile/Pass';
import {
  AnalysisRunChange,
  Plan,
  ReplicaSetChange,
  ServiceTarget,
} from './reconcile/Plan';
import { labelTemplate } from './reconcile/syncRevision';
import { routeIngress } from './routeIngress';

const MANAGED_BY = 'argo-rollouts.argoproj.io/managed-by-rollouts';

function changeReplicaSet(
  { store }: Context,
  rollout: Rollout,
  change: ReplicaSetChange,
): void {
  const { namespace } = rollout.metadata;
  switch (change.kind) {
    case 'create': {
      const labels = { [HASH_LABEL]: change.hash };
      store.create({
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        metadata: {
          name: change.name,
          namespace,
          labels: { ...change.template.metadata?.labels, ...labels },
          annotations: {
            [DESIRED_REPLICAS]: String(change.replicas),
            [REVISION]: String(change.revision),
          },
          ownerReferences: ownedBy(rollout),
        },
        spec: toJson({
          replicas: 0,
          minReadySeconds: rollout.spec.minReadySeconds,
          selector: {
            matchLabels: { ...rollout.spec.selector.matchLabels, ...labels },
          },
          template: labelTemplate(change, HASH_LABEL),
        }),
        status: { replicas: 0 },
      });
      break;
    }
    case 'update': {
      const annotations = Object.fromEntries(
        Object.entries(change.annotations ?? {}).map(([key, value]) => [
          key,
          value ?? null,
        ]),
      );
      store.patch('ReplicaSet', namespace, change.name, {
        metadata: { annotations },
        ...(change.replicas !== undefined && {
          spec: { replicas: change.replicas },
        }),
      });
      break;
    }
    case 'delete':
      store.delete('ReplicaSet', namespace, change.name);
      break;
    default:
      change satisfies never;
  }
}

function changeRun(
  context: Context,
  rollout: Rollout,
  change: AnalysisRunChange,
): void {
  const { store } = context;
  const { namespace } = rollout.metadata;
  switch (change.kind) {
    case 'create':
      store.create(createRun(context, rollout, change));
      break;
    case 'terminate':
      store.patch('AnalysisRun', namespace, change.name, {
        spec: { terminate: true },
      });
      break;
    case 'delete':
      store.delete('AnalysisRun', namespace, change.name);
      break;
    default:
      change satisfies never;
  }
}

/**
 * Makes a Service select the pods of a ReplicaSet, once there are some.
 * Source: rollout/service.go `ensureSVCTargets`.
 */
function targetService(
  { store }: Context,
  rollout: Rollout,
  { service: name, hash, isFullyAvailable, isPartlyAvailable }: ServiceTarget,
): void {
  const { namespace } = rollout.metadata;
  const service = store.get('Service', namespace, name);
  const selector = service?.spec?.selector;
  const isTargeted =
    typeof selector === 'object' &&
    selector !== null &&
    !Array.isArray(selector) &&
    selector[HASH_LABEL] === hash;
  if (!service || isTargeted) return;
  const isOurs = service.metadata.annotations?.[MANAGED_BY] !== undefined;
  if (isOurs ? !isPartlyAvailable : !isFullyAvailable) return;
  store.patch('Service', namespace, name, {
    metadata: { annotations: { [MANAGED_BY]: rollout.metadata.name } },
    spec: { selector: { [HASH_LABEL]: hash } },
  });
}

/** Does what a look at a Rollout has led to; its status comes last. */
export function applyPlan(
  context: Context,
  rollout: Rollout,
  plan: Plan,
): void {
  const { store } = context;
  const { namespace, name } = rollout.metadata;
  for (const change of plan.replicaSets) {
    changeReplicaSet(context, rollout, change);
  }
  for (const change of plan.analysisRuns) changeRun(context, rollout, change);
  for (const target of plan.services) targetService(context, rollout, target);
  if (plan.ingress) routeIngress(context, rollout, plan.ingress);
  if (plan.revision !== undefined) {
    store.patch('Rollout', namespace, name, {
      metadata: { annotations: { [REVISION]: plan.revision } },
    });
  }
  const object = store.get('Rollout', namespace, name);
  if (!object) return;
  announce(context, object, plan.announcements);
  store.updateStatus({ ...object, status: toJson(plan.status) });
}
