import { KubernetesObject } from '../../../cluster/KubernetesObject';
import { isHook, readHookTypes, readSyncWave } from '../resources/directives';
import { keyOf, refOf, ResourceRef } from '../resources/ResourceRef';
import { Pair } from '../compare/compareResources';

const syncPhases = ['PreSync', 'Sync', 'PostSync', 'SyncFail'] as const;

export type SyncPhase = (typeof syncPhases)[number];

/** One resource to apply, prune or run in one phase. */
export interface SyncTask {
  phase: SyncPhase;
  wave: number;
  isHook: boolean;
  /** Absent where the live object is to be pruned. */
  target?: KubernetesObject;
  live?: KubernetesObject;
  ref: ResourceRef;
}

/** Names a task's result among those of an operation. */
export const taskKey = ({ ref, phase }: Pick<SyncTask, 'ref' | 'phase'>) =>
  `${keyOf(ref)}:${phase}`;

/** Kinds in the order in which they are applied within a wave (sync_tasks.go); others come last. */
const kindOrder = [
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodSecurityPolicy',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'SecretList',
  'ConfigMap',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleList',
  'ClusterRoleBinding',
  'ClusterRoleBindingList',
  'Role',
  'RoleList',
  'RoleBinding',
  'RoleBindingList',
  'Service',
  'DaemonSet',
  'Pod',
  'ReplicationController',
  'ReplicaSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'StatefulSet',
  'Job',
  'CronJob',
  'IngressClass',
  'Ingress',
  'APIService',
];

function orderOf({ phase, wave, ref }: SyncTask): (number | string)[] {
  const kind = kindOrder.indexOf(ref.kind);
  return [
    syncPhases.indexOf(phase),
    wave,
    kind < 0 ? kindOrder.length : kind,
    ref.name,
  ];
}

function compareTasks(left: SyncTask, right: SyncTask): number {
  const [a, b] = [orderOf(left), orderOf(right)];
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at < 0) return 0;
  return a[at] < b[at] ? -1 : 1;
}

function tasksOf(pair: Pair): SyncTask[] {
  const { target, live } = pair;
  const object = target ?? live;
  if (!object) return [];
  const ref = refOf(object);
  const wave = readSyncWave(object);
  if (!target) {
    // What is left of a hook is not pruned.
    return live && !isHook(live)
      ? [{ phase: 'Sync', wave, isHook: false, live, ref }]
      : [];
  }
  const phases = isHook(target)
    ? readHookTypes(target).flatMap(type => (type === 'Skip' ? [] : [type]))
    : (['Sync'] as const);
  return phases.map(phase => ({
    phase,
    wave,
    isHook: isHook(target),
    target,
    live,
    ref,
  }));
}

/**
 * What is to be done, in its order: phase, wave, kind, name. What is pruned
 * goes in the opposite order of waves.
 */
export function planTasks(pairs: readonly Pair[]): SyncTask[] {
  const tasks = pairs.flatMap(tasksOf);
  const waves = [
    ...new Set(tasks.filter(task => !task.target).map(({ wave }) => wave)),
  ].sort((a, b) => a - b);
  const opposite = (wave: number) =>
    waves[waves.length - 1 - waves.indexOf(wave)];
  return tasks
    .map(task => (task.target ? task : { ...task, wave: opposite(task.wave) }))
    .sort(compareTasks);
}
