/**
 * The ML pages of a catalog entity: feature views, data versions, model versions.
 * @packageDocumentation
 */
export { gitopsMlPlugin as default } from './plugin';
export { gitopsMlApiRef } from './api';
export { hasGitopsMlPath } from './hasGitopsMlPath';
