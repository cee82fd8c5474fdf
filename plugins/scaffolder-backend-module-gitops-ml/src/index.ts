/**
 * Scaffolder actions that put data under DVC and register a repository with Argo CD.
 * @packageDocumentation
 */
export { scaffolderModuleGitopsMl as default } from './module';
