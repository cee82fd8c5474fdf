import { isJsonObject, JsonObject } from '@gitops-ml/core';

/** What Argo CD prints for a generator without a template of its own. */
const emptyTemplate: JsonObject = {
  metadata: {},
  spec: { destination: {}, project: '' },
};

/** Generators as Argo CD prints them: each with a template, also an empty one. */
export function addGeneratorTemplates(generators: JsonObject[]): JsonObject[] {
  return generators.map(generator =>
    Object.fromEntries(
      Object.entries(generator).map(([kind, body]) => [
        kind,
        isJsonObject(body) && kind !== 'selector' ? addTemplate(body) : body,
      ]),
    ),
  );
}

function addTemplate(body: JsonObject): JsonObject {
  const given = isJsonObject(body.template) ? body.template : {};
  const { generators } = body;
  return {
    ...body,
    ...(Array.isArray(generators) && {
      generators: addGeneratorTemplates(generators.filter(isJsonObject)),
    }),
    template: {
      ...emptyTemplate,
      ...given,
      spec: {
        destination: {},
        project: '',
        ...(isJsonObject(given.spec) ? given.spec : {}),
      },
    },
  };
}
