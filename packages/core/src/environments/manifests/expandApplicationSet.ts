import { createParams, MOST_PARAMS } from '../argocd/generators/createParams';
import { Asking, Params } from '../argocd/generators/Asking';
import { UnsupportedGeneratorError } from '../argocd/generators/GenerateError';
import { createRender } from '../argocd/generators/Render';
import { readMissingKey } from '../argocd/template/evaluateTemplate';
import { renderFields } from '../argocd/template/renderFields';
import { isJsonObject, JsonObject } from '../../reading/isJsonObject';
import { ApplicationSetTree } from './ApplicationSetTree';
import { objectAt, textAt } from './readApplication';

/** A generated Application, and the file its parameters came from. */
interface GeneratedApplication {
  manifest: JsonObject;
  parameterFile: string | undefined;
}

/**
 * The Applications that an ApplicationSet makes of the commit that is being read.
 * Throws `GenerateError` or `TemplateError`.
 */
export function expandApplicationSet(
  manifest: JsonObject,
  tree: ApplicationSetTree,
): GeneratedApplication[] {
  const spec = objectAt(manifest, 'spec');
  if (spec.goTemplate !== true) {
    throw new UnsupportedGeneratorError('a template without goTemplate: true');
  }
  if (spec.templatePatch !== undefined) {
    throw new UnsupportedGeneratorError('templatePatch');
  }
  const options = Array.isArray(spec.goTemplateOptions)
    ? spec.goTemplateOptions.map(String)
    : [];
  const render = createRender(readMissingKey(options));
  const template = objectAt(spec, 'template');
  const ownUrl = textAt(
    objectAt(objectAt(template, 'spec'), 'source'),
    'repoURL',
  );
  const generators = Array.isArray(spec.generators) ? spec.generators : [];
  const all: Params[] = [];
  for (const generator of generators.filter(isJsonObject)) {
    const params = run(createParams(generator, render), tree, ownUrl);
    if (all.length + params.length > MOST_PARAMS) {
      throw new UnsupportedGeneratorError(
        `more than ${MOST_PARAMS} Applications`,
      );
    }
    all.push(...params);
  }
  return all.map(params => ({
    manifest: renderFields(template, text => render(text, params)),
    parameterFile: parameterFileOf(params),
  }));
}

function run(
  asking: Asking<Params[]>,
  tree: ApplicationSetTree,
  ownUrl: string | undefined,
): Params[] {
  let step = asking.next();
  while (!step.done) {
    const { generator } = step.value;
    step = isElsewhere(generator.repoURL, ownUrl)
      ? asking.throw(
          new UnsupportedGeneratorError(
            'a git generator of another repository',
          ),
        )
      : asking.next(tree.answer(step.value));
  }
  return step.value;
}

/** Which repository this is, its files don't say; the one that is deployed from is taken for it. */
function isElsewhere(url: string, ownUrl: string | undefined): boolean {
  return ownUrl !== undefined && !ownUrl.includes('{{') && url !== ownUrl;
}

function parameterFileOf(params: Params): string | undefined {
  const place = objectAt(params, 'path');
  const filename = textAt(place, 'filename');
  const folder = textAt(place, 'path');
  if (filename === undefined || folder === undefined) return undefined;
  return folder === '.' ? filename : `${folder}/${filename}`;
}
