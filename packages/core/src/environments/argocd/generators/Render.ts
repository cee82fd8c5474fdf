import { JsonObject } from '../../../reading/isJsonObject';
import { evaluateTemplate, MissingKey } from '../template/evaluateTemplate';

/** Renders a template with parameters. Throws `TemplateError`. @public */
export type Render = (template: string, parameters: JsonObject) => string;

/** A {@link Render} that treats absent keys in this way. @public */
export const createRender =
  (missingKey: MissingKey): Render =>
  (template, parameters) =>
    evaluateTemplate(template, parameters, missingKey);
