/**
 * Clients that the GitOps ML back end and scaffolder module share, and the back
 * end's extension points.
 * @packageDocumentation
 */
export * from './dvcRemote/DvcRemoteClient';
export * from './dvcRemote/dvcObjectUrl';
export * from './dvcRemote/readDvcRemoteRules';
export * from './dvcRemote/selectDvcRemoteRule';
export * from './extensions';
