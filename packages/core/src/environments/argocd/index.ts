export * from './generators/Asking';
export * from './generators/createParams';
export * from './generators/GenerateError';
export type { GitGenerator } from './generators/generatorSchema';
export * from './generators/Render';
export * from './glob/matchGlob';
export * from './template/evaluateTemplate';
export * from './template/renderFields';
export * from './template/TemplateError';
