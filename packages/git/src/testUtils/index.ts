/**
 * Real repositories for tests.
 * @packageDocumentation
 */
export * from './TestRepository';
export * from './temporaryFolder';
