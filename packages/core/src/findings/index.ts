export * from './checkClusterDrift';
export * from './checkDeliveryAborted';
export * from './checkDeliveryStuck';
export * from './checkEnvironmentBehind';
export * from './checkUnboundTarget';
export * from './Finding';
export * from './formatFinding';
