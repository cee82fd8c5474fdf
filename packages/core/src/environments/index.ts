export * from './argocd';
export * from './collectEnvironments';
export * from './createOverlayCollector';
export * from './readers';
