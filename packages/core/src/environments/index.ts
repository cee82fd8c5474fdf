export * from './argocd';
export * from './collectEnvironments';
export * from './collectOverlay';
export * from './orderEnvironments';
export * from './readers';
