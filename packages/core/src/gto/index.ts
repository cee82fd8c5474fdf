export * from './parseTagName';
export * from './compareVersions';
export * from './resolveGto';
