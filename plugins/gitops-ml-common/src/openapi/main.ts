export { createOpenApi } from './createOpenApi';
export { findBreakingChanges } from './findBreakingChanges';
