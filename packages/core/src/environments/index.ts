export * from './argocd';
export * from './collectEnvironments';
export * from './orderEnvironments';
export * from './readers';
