import { Generator, generatorSchema } from '../contract';
import { isJsonObject, isSameJson, JsonObject } from '../json';
import { emptyTemplate } from '../spec/addGeneratorTemplates';
import { renderFields } from '../template/renderFields';
import { TemplateError } from '../template/TemplateError';
import { GenerateError, paramsError } from './GenerateError';
import { createGitParams } from './gitParams';
import { GeneratorContext, Params } from './Params';

/**
 * The parameters of one generator: list, git, or a matrix of two of those.
 * Throws `GenerateError`; also for a generator that the demo does not have.
 */
export async function createParams(
  generator: JsonObject,
  context: GeneratorContext,
): Promise<Params[]> {
  try {
    return await createAny(readGenerator(generator), context);
  } catch (error) {
    if (error instanceof TemplateError) throw paramsError(error.message);
    throw error;
  }
}

async function createAny(
  generator: Generator,
  context: GeneratorContext,
): Promise<Params[]> {
  if (generator.matrix) {
    return createMatrix(generator.matrix.generators, context);
  }
  if (generator.git) return createGitParams(generator.git, context);
  return generator.list?.elements ?? [];
}

async function createMatrix(
  generators: JsonObject[],
  context: GeneratorContext,
): Promise<Params[]> {
  if (generators.length !== 2) {
    throw paramsError(
      generators.length < 2
        ? 'found less than two generators, Matrix support only two'
        : 'found more than two generators, Matrix support only two',
    );
  }
  const [outer, inner] = generators;
  const product: Params[] = [];
  for (const first of await createChild('first', outer, context)) {
    const rendered = renderFields(inner, template =>
      context.render(template, first),
    );
    for (const second of await createChild('second', rendered, context)) {
      product.push(mergeParams(second, first));
    }
  }
  return product;
}

const childErrors = {
  first: 'error failed to get params for first generator in matrix generator',
  second: 'failed to get params for second generator in the matrix generator',
};

async function createChild(
  which: 'first' | 'second',
  generator: JsonObject,
  context: GeneratorContext,
): Promise<Params[]> {
  if ('matrix' in generator || 'merge' in generator) {
    throw unsupported('a matrix or merge generator inside a matrix');
  }
  try {
    return await createParams(generator, context);
  } catch (error) {
    if (!(error instanceof GenerateError)) throw error;
    throw paramsError(
      `${childErrors[which]}: child generator returned an error on parameter generation: ${error.message}`,
      error.repository,
    );
  }
}

/** `over` wins where it says something; objects are merged. */
function mergeParams(under: Params, over: Params): Params {
  const merged: Params = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const before = merged[key];
    if (isJsonObject(before) && isJsonObject(value)) {
      merged[key] = mergeParams(before, value);
    } else if (!isEmpty(value)) {
      merged[key] = value;
    }
  }
  return merged;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || value === 0 || value === false;
}

const known = ['list', 'git', 'matrix'];

function readGenerator(generator: JsonObject): Generator {
  const kinds = Object.keys(generator);
  const unknown = kinds.filter(kind => !known.includes(kind));
  if (unknown.length > 0) {
    throw unsupported(`the generator's ${unknown.join(', ')}`);
  }
  if (kinds.length !== 1) {
    throw unsupported('a generator of several kinds');
  }
  const parsed = generatorSchema.safeParse(generator);
  if (!parsed.success) {
    throw paramsError(`the generator can't be read: ${parsed.error.message}`);
  }
  const { list } = parsed.data;
  if (list && 'elementsYaml' in list) throw unsupported('elementsYaml');
  if (kinds.some(kind => hasTemplate(generator[kind]))) {
    throw unsupported("a generator's own template");
  }
  return parsed.data;
}

/** Argo CD itself adds one that is empty. */
function hasTemplate(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'template' in value &&
    !isSameJson(value.template, emptyTemplate)
  );
}

function unsupported(what: string): GenerateError {
  return paramsError(`${what} is not part of the demo's ApplicationSets`);
}
