export * from './argocd';
export * from './collectEnvironments';
export * from './createImageCollector';
export * from './orderEnvironments';
export * from './readers';
