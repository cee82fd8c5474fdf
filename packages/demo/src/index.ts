/**
 * The embedded world of the demo, and the test servers of the other packages.
 * @packageDocumentation
 */
export { startForge } from './forge/startForge';
export type { ForgeOptions, RunningForge } from './forge/startForge';
