/**
 * What the front end and the back end of GitOps ML share.
 * @packageDocumentation
 */
export * from './permissions';
export * from './annotations';
export * from './api/envelope';
export * from './api/data';
export * from './api/models';
export * from './api/features';
export * from './api/doctor';
export * from './api/state';
export * from './api/delivery';
export type { GitopsMlClientOptions } from './api/askJson';
export * from './api/GitopsMlClient';
export * from './api/template';
export * from './api/GitopsMlTemplateClient';
export * from './api/GitopsMlLiveClient';
