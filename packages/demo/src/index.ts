/**
 * The embedded world of the demo, and the test servers of the other packages.
 * @packageDocumentation
 */
export type { ArgoCdAccount } from './argocd/accounts/Accounts';
export { leastRole } from './argocd/rbac/leastRole';
export type { ArgoCdCluster } from './argocd/spec/clusters';
export { startArgoCd } from './argocd/startArgoCd';
export type { ArgoCdOptions, RunningArgoCd } from './argocd/startArgoCd';
export type { Timeline } from './createTimeline';
export type { Clock } from './clock/Clock';
export { createSystemClock } from './clock/createSystemClock';
export { createVirtualClock } from './clock/createVirtualClock';
export type { VirtualClock } from './clock/createVirtualClock';
export type {
  ClusterEvent,
  ClusterStore,
  ListOptions,
} from './cluster/ClusterStore';
export { createClusterStore } from './cluster/createClusterStore';
export type { KindName } from './cluster/kinds';
export type {
  KubernetesObject,
  ObjectMetadata,
  OwnerReference,
} from './cluster/KubernetesObject';
export { allRights, backstageRights } from './cluster/rest/Rights';
export type {
  ClusterAccount,
  ClusterRule,
  ClusterVerb,
} from './cluster/rest/Rights';
export { startCluster } from './cluster/startCluster';
export type { ClusterOptions, RunningCluster } from './cluster/startCluster';
export { startDvcRemote } from './dvcRemote/startDvcRemote';
export type { DvcRemoteOptions } from './dvcRemote/startDvcRemote';
export type { FaultName } from './faults/faultNames';
export type { FaultState, WorldFaults } from './faults/WorldFaults';
export { startForge } from './forge/startForge';
export type { ForgeOptions, RunningForge } from './forge/startForge';
export type { SystemHook } from './forge/webhooks/PushNotices';
export type { FaultyServer, ServerFault } from './http/FaultyServer';
export type { LoopbackServer } from './http/listenOnLoopback';
export type { Account } from './http/visitor';
export { makeRelease } from './seed/makeRelease';
export type { ReleaseOptions } from './seed/makeRelease';
export { seedDemo } from './seed/seedDemo';
export type { SeedOptions } from './seed/seedDemo';
export type { ControllerContext } from './workloads/runController';
export { startWorkloads } from './workloads/startWorkloads';
export {
  startWorld,
  worldAccount,
  worldArgoCdInstance,
  worldOrganisation,
} from './world';
export type { World, WorldOptions } from './world';
