export * from './argocd';
export * from './collectEnvironments';
export * from './readers';
