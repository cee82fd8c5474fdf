/**
 * What tests of other packages share with the demo's.
 * @packageDocumentation
 */
export { hasKubectl, runKustomize } from './kubectl';
