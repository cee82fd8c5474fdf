export * from './argocd';
export * from './collectEnvironments';
export * from './collectImages';
export * from './orderEnvironments';
export * from './readers';
