/**
 * The embedded world of the demo, and the test servers of the other packages.
 * @packageDocumentation
 */
export type { ArgoCdAccount } from './argocd/accounts/Accounts';
export { leastRole } from './argocd/rbac/leastRole';
export type { ArgoCdCluster } from './argocd/spec/clusters';
export { startArgoCd } from './argocd/startArgoCd';
export type { ArgoCdOptions, RunningArgoCd } from './argocd/startArgoCd';
export { startDvcRemote } from './dvcRemote/startDvcRemote';
export type { DvcRemoteOptions } from './dvcRemote/startDvcRemote';
export { startForge } from './forge/startForge';
export type { ForgeOptions, RunningForge } from './forge/startForge';
export type { SystemHook } from './forge/webhooks/PushNotices';
export type { LoopbackServer } from './http/listenOnLoopback';
export type { Account } from './http/visitor';
export { seedDemo } from './seed/seedDemo';
export type { SeedOptions } from './seed/seedDemo';
export {
  startWorld,
  worldAccount,
  worldArgoCdInstance,
  worldOrganisation,
} from './world';
export type { World, WorldOptions } from './world';
