export * from './canonicalJson';
export * from './createStateDescriber';
export * from './describeState';
export * from './diffStates';
export * from './digestOf';
export * from './StateTuple';
