import { KustomizeError, within } from './KustomizeError';
import { generate } from './generators/generate';
import { Folder } from './loading/Folder';
import { parseManifests } from './loading/parseManifests';
import { readConfigurations } from './loading/readConfigurations';
import {
  KustomizationFile,
  readKustomization,
} from './loading/readKustomization';
import { formatPath } from './loading/SourceReader';
import { Accumulator } from './model/Accumulator';
import { defaultConfig } from './model/defaultConfig';
import { Resource } from './model/Resource';
import { transform } from './transform';

/**
 * Reads a kustomization, those that it names, and applies them
 * (api/internal/target.KustTarget). Throws `KustomizeError` in kustomize's words.
 */
export async function accumulate(
  folder: Folder,
  file: KustomizationFile,
  accumulator = new Accumulator(defaultConfig),
): Promise<Accumulator> {
  const { kustomization, path } = file;
  for (const name of kustomization.resources) {
    await within('accumulating resources', () =>
      addResource(accumulator, folder, name),
    );
  }
  accumulator.addConfig(
    await readConfigurations(kustomization.configurations, folder),
  );
  await addGenerated(accumulator, folder, file);
  for (const name of kustomization.components) {
    await within('accumulating components', () =>
      addComponent(accumulator, folder, name),
    );
  }
  await transform(accumulator, kustomization, folder, path);
  return accumulator;
}

async function addResource(
  accumulator: Accumulator,
  folder: Folder,
  name: string,
): Promise<void> {
  const file = await attempt(
    `accumulating resources from '${name}'`,
    async () => {
      const { text, path } = await folder.load(name);
      return parseManifests(text, path).map(
        object => new Resource(object, path),
      );
    },
  );
  if (!(file instanceof KustomizeError)) {
    await within(`merging resources from '${name}'`, () =>
      file.forEach(resource => accumulator.append(resource)),
    );
    return;
  }
  // A file that is there is no folder: what is wrong with it is all to say.
  if (
    /MalformedYAMLError|outside the subset|for the demo|demo's/.test(
      file.message,
    )
  )
    throw file;
  await within(`accumulation err='${file.message}'`, async () => {
    const base = await folder.enter(name);
    const accumulated = await accumulateFolder(base, false);
    await within(`recursed merging from path '${formatPath(base.path)}'`, () =>
      accumulator.merge(accumulated),
    );
  });
}

async function attempt<T>(
  prefix: string,
  step: () => Promise<T>,
): Promise<T | KustomizeError> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof KustomizeError) return error.within(prefix);
    throw error;
  }
}

async function accumulateFolder(
  folder: Folder,
  isComponent: boolean,
  parent?: Accumulator,
): Promise<Accumulator> {
  const root = formatPath(folder.path);
  const file = await within(`couldn't make target for path '${root}'`, () =>
    readKustomization(folder),
  );
  const { kind } = file.kustomization;
  if (isComponent !== (kind === 'Component')) {
    throw new KustomizeError(
      isComponent
        ? `expected kind 'Component' for path '${root}' but got '${kind}'`
        : `expected kind != 'Component' for path '${root}'`,
      file.path,
      'kind',
    );
  }
  return within(`recursed accumulation of path '${root}'`, () =>
    accumulate(folder, file, parent),
  );
}

/** A component works on what its parent has so far. */
async function addComponent(
  accumulator: Accumulator,
  folder: Folder,
  name: string,
): Promise<void> {
  const component = await within('loader.New', () => folder.enter(name));
  await within('accumulateDirectory', () =>
    accumulateFolder(component, true, accumulator),
  );
}

async function addGenerated(
  accumulator: Accumulator,
  folder: Folder,
  { kustomization, path }: KustomizationFile,
): Promise<void> {
  const { configMapGenerator, secretGenerator, generatorOptions } =
    kustomization;
  for (const generator of configMapGenerator) {
    accumulator.absorb(
      await generate('ConfigMap', generator, generatorOptions, folder, path),
    );
  }
  for (const generator of secretGenerator) {
    accumulator.absorb(
      await generate('Secret', generator, generatorOptions, folder, path),
    );
  }
}
