/**
 * Clients that the GitOps ML back end and scaffolder module share, and the back
 * end's extension points.
 * @packageDocumentation
 */
export * from './argocd/ArgoCdAnswer';
export * from './argocd/ArgoCdClient';
export type { ArgoCdClientOptions } from './argocd/ArgoCdHttp';
export * from './argocd/ArgoCdObjects';
export * from './argocd/createApplication';
export * from './argocd/createApplicationSet';
export * from './argocd/createAppProject';
export { applicationSchema as argoCdApplicationSchema } from './argocd/contract';
export * from './argocd/createSyncPolicy';
export * from './argocd/manifests';
export * from './argocd/names';
export * from './argocd/readArgoCdInstances';
export * from './argocd/redactSecrets';
export * from './dvcRemote/DvcRemoteClient';
export * from './dvcRemote/dvcObjectUrl';
export * from './dvcRemote/readDvcRemoteRules';
export * from './dvcRemote/selectDvcRemoteRule';
export * from './extensions';
export { readLines } from './http/readLines';
export {
  describeErrorCode,
  describeFetchError,
} from './http/describeFetchError';
