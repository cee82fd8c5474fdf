import {
  createParams,
  GenerateError,
  JsonObject,
  Params,
  paramsError,
  renderFields,
  TemplateError,
  UnsupportedGeneratorError,
} from '@gitops-ml/core';
import { Application, ApplicationSet, applicationSchema } from '../contract';
import { omitEmptyFields } from '../spec/omitEmpty';
import { emptyStatus } from '../spec/emptyStatus';
import { answerRequests } from './answerRequests';
import { GeneratorContext } from './GeneratorContext';

const finalizer = 'resources-finalizer.argocd.argoproj.io';

/**
 * The Applications that an ApplicationSet asks for. One broken file, generator
 * or template is an error for all of it, as in Argo CD. Throws `GenerateError`.
 */
export async function generateApplications(
  set: ApplicationSet,
  context: GeneratorContext,
): Promise<Application[]> {
  requireSupported(set);
  const applications: Application[] = [];
  for (const generator of set.spec.generators) {
    const all = await answerRequests(
      createParams(generator, context.render),
      context,
    );
    applications.push(...all.map(params => render(set, params, context)));
  }
  return applications;
}

function requireSupported({ spec }: ApplicationSet): void {
  if (!spec.goTemplate) {
    throw paramsError(
      'the demo expands ApplicationSets with goTemplate: true only',
    );
  }
  for (const key of ['templatePatch', 'strategy']) {
    if (key in spec) {
      throw new UnsupportedGeneratorError(key);
    }
  }
}

function render(
  set: ApplicationSet,
  params: Params,
  context: GeneratorContext,
): Application {
  const fields = renderTemplate(set, params, context);
  const parsed = applicationSchema.safeParse(fields);
  if (!parsed.success) {
    throw new GenerateError(
      'RenderTemplateParamsError',
      `the rendered template is no Application: ${parsed.error.message}`,
    );
  }
  const application = parsed.data;
  const { metadata } = application;
  const preserves = set.spec.syncPolicy?.preserveResourcesOnDeletion ?? false;
  const finalizers =
    metadata.finalizers ?? (preserves ? undefined : [finalizer]);
  return {
    ...application,
    metadata: finalizers ? { ...metadata, finalizers } : metadata,
    status: emptyStatus,
  };
}

function renderTemplate(
  { spec }: ApplicationSet,
  params: Params,
  context: GeneratorContext,
): JsonObject {
  const { name, labels, annotations, finalizers } = spec.template.metadata;
  const template: JsonObject = {
    metadata: Object.fromEntries(
      Object.entries({ name, labels, annotations, finalizers }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
    spec: spec.template.spec,
  };
  try {
    return omitEmptyFields(
      renderFields(template, text => context.render(text, params)),
    );
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new GenerateError('RenderTemplateParamsError', error.message);
  }
}
