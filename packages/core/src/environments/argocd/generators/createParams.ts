import { Json } from '../../../reading/Json';
import { isJsonObject, JsonObject } from '../../../reading/isJsonObject';
import { renderFields } from '../template/renderFields';
import { TemplateError } from '../template/TemplateError';
import { Asking, Params } from './Asking';
import {
  GenerateError,
  paramsError,
  UnsupportedGeneratorError,
} from './GenerateError';
import { generatorSchema, KnownGenerator } from './generatorSchema';
import { createGitParams } from './gitParams';
import { Render } from './Render';

/**
 * Far more than anybody deploys. Two lists of some kilobytes would make millions, and
 * whose repository it is may mean ill.
 */
export const MOST_PARAMS = 5_000;

/**
 * The parameters of one generator: list, git, or a matrix of two of those.
 * Throws `GenerateError`; also for a generator that is not read here.
 * @public
 */
export function* createParams(
  generator: JsonObject,
  render: Render,
): Asking<Params[]> {
  try {
    return yield* createAny(readGenerator(generator), render);
  } catch (error) {
    if (error instanceof TemplateError) throw paramsError(error.message);
    throw error;
  }
}

function* createAny(
  generator: KnownGenerator,
  render: Render,
): Asking<Params[]> {
  if (generator.matrix) {
    return yield* createMatrix(generator.matrix.generators, render);
  }
  if (generator.git) return yield* createGitParams(generator.git, render);
  return generator.list?.elements ?? [];
}

function* createMatrix(
  generators: JsonObject[],
  render: Render,
): Asking<Params[]> {
  if (generators.length !== 2) {
    throw paramsError(
      generators.length < 2
        ? 'found less than two generators, Matrix support only two'
        : 'found more than two generators, Matrix support only two',
    );
  }
  const [outer, inner] = generators;
  const product: Params[] = [];
  for (const first of yield* createChild('first', outer, render)) {
    const rendered = renderFields(inner, template => render(template, first));
    const seconds = yield* createChild('second', rendered, render);
    if (product.length + seconds.length > MOST_PARAMS) {
      throw unsupported(`a matrix of more than ${MOST_PARAMS} combinations`);
    }
    for (const second of seconds) product.push(mergeParams(second, first));
  }
  return product;
}

const childErrors = {
  first: 'error failed to get params for first generator in matrix generator',
  second: 'failed to get params for second generator in the matrix generator',
};

function* createChild(
  which: 'first' | 'second',
  generator: JsonObject,
  render: Render,
): Asking<Params[]> {
  if ('matrix' in generator || 'merge' in generator) {
    throw unsupported('a matrix or merge generator inside a matrix');
  }
  try {
    return yield* createParams(generator, render);
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

function readGenerator(generator: JsonObject): KnownGenerator {
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
function hasTemplate(value: Json): boolean {
  return isJsonObject(value) && !isBlank(value.template);
}

function isBlank(value: Json | undefined): boolean {
  if (isJsonObject(value)) return Object.values(value).every(isBlank);
  return value === undefined || value === null || value === '';
}

function unsupported(what: string): GenerateError {
  return new UnsupportedGeneratorError(what);
}
