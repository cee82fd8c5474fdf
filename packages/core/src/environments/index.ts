export * from './argocd';
export * from './collectEnvironments';
export * from './createOverlayCollector';
export * from './orderEnvironments';
export * from './readers';
