import { DeclaredEnvironment } from '../environments/DeclaredEnvironment';
import { collectEnvironments } from '../environments/collectEnvironments';
import { collectDataVersions } from '../model/collectDataVersions';
import { DataVersion } from '../model/DataVersion';
import { EntryReading } from '../model/EntryReading';
import { Json } from '../reading/Json';
import { digestOf } from './digestOf';
import { digestFeatures } from './digestFeatures';
import { collectStateModels, digestModels } from './collectStateModels';
import { createPlacer } from './createPlacer';
import { StateFile, StatePart, StateTuple } from './StateTuple';

/**
 * Works out what the state tuples of a commit have in common; the answer tells that of
 * everything, or of what an environment is to run. `readings` are those of all of this
 * package's readers.
 * @public
 */
export function createStateDescriber({
  files,
  readings,
}: {
  files: readonly StateFile[];
  readings: readonly EntryReading[];
}): (environment?: DeclaredEnvironment) => StateTuple {
  const { outputs } = collectDataVersions(readings);
  const { models, artifacts, paths } = collectStateModels(
    readings,
    outputs,
    files,
  );
  const place = createPlacer({
    files,
    readings,
    environments: collectEnvironments(readings),
    modelPaths: paths,
    outputPaths: new Set(outputs.map(({ path }) => path)),
  });
  const shared = place().files;
  const data = outputs.filter(({ path }) => !artifacts.has(path));
  const parts = {
    features: {
      ...digestFeatures(readings, shared.features),
      paths: pathsOf(shared.features),
    },
    data: {
      digest: digestOutputs(data, files),
      paths: pathsOf(shared.data),
      outputs: data.map(({ path, hash, size }) => ({ path, hash, size })),
    },
    model:
      models.length > 0 || shared.model.length > 0
        ? {
            digest: digestModels(models, readings),
            paths: pathsOf(shared.model),
            models,
          }
        : undefined,
  };
  const sharedCode = describeFiles(shared.code);
  return environment => {
    const placed = place(environment);
    const { code, configuration, elsewhere } = placed.files;
    const overlay = environment?.overlay;
    return withDigest({
      environment: environment?.name,
      ...parts,
      code: code === shared.code ? sharedCode : describeFiles(code),
      configuration:
        overlay !== undefined && configuration.length > 0
          ? { ...describeFiles(configuration), overlay }
          : undefined,
      elsewhere: pathsOf(elsewhere),
      problems: placed.problems,
    });
  };
}

function withDigest(tuple: Omit<StateTuple, 'digest'>): StateTuple {
  const { code, features, data, model, configuration } = tuple;
  const digest = digestOf({
    code: code.digest,
    features: features.digest,
    data: data.digest,
    model: model?.digest ?? null,
    configuration: configuration?.digest ?? null,
  });
  return { ...tuple, digest };
}

function pathsOf(files: readonly StateFile[]): string[] {
  return files.map(({ path }) => path);
}

function describeFiles(files: readonly StateFile[]): StatePart {
  const identities = files.map(({ path, mode, oid }) => [path, mode, oid]);
  return { digest: digestOf(identities), paths: pathsOf(files) };
}

/** Where a hash can't be read, the file that should say it stands for it. */
function digestOutputs(
  outputs: readonly DataVersion[],
  files: readonly StateFile[],
): string {
  const oids = new Map(files.map(({ path, oid }) => [path, oid]));
  return digestOf(
    outputs.map(({ path, hash, unreadable, declaredIn }): Json => {
      const broken = unreadable ? oids.get(declaredIn.path) : undefined;
      return {
        path,
        hash: hash ? { algorithm: hash.algorithm, value: hash.value } : null,
        ...(broken !== undefined && { broken }),
      };
    }),
  );
}
