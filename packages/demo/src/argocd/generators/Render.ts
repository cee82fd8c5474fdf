import { JsonObject } from '../json';
import { evaluateTemplate, MissingKey } from '../template/evaluateTemplate';

/** Renders a template with parameters. Throws `TemplateError`. */
export type Render = (template: string, parameters: JsonObject) => string;

export const createRender =
  (missingKey: MissingKey): Render =>
  (template, parameters) =>
    evaluateTemplate(template, parameters, missingKey);
