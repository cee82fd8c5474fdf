import { DeclaredEnvironment } from '../environments/DeclaredEnvironment';
import { collectEnvironments } from '../environments/collectEnvironments';
import { collectDataVersions } from '../model/collectDataVersions';
import { DataVersion } from '../model/DataVersion';
import { EntryReading } from '../model/EntryReading';
import { Json } from '../reading/Json';
import { digestOf } from './digestOf';
import { digestFeatures } from './digestFeatures';
import { collectStateModels, digestModels } from './collectStateModels';
import { Place, placeFiles } from './placeFiles';
import { StateFile, StateTuple } from './StateTuple';

/**
 * The state tuple of a commit: of everything without `environment`, of what that
 * environment is to run with it. `readings` are those of all of this package's readers.
 * @public
 */
export function describeState(options: {
  files: readonly StateFile[];
  readings: readonly EntryReading[];
  environment?: DeclaredEnvironment;
}): StateTuple {
  const { files, readings, environment } = options;
  const { outputs } = collectDataVersions(readings);
  const model = collectStateModels(readings, outputs, files);
  const { places, problems } = placeFiles({
    files,
    readings,
    environment,
    environments: [
      ...(environment ? [environment] : []),
      ...collectEnvironments(readings),
    ],
    modelPaths: model.paths,
    outputPaths: new Set(outputs.map(({ path }) => path)),
  });
  const filesOf = (place: Place) =>
    files
      .filter(({ path }) => places.get(path) === place)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  const pathsOf = (place: Place) => filesOf(place).map(({ path }) => path);
  const data = outputs.filter(({ path }) => !model.artifacts.has(path));
  const overlay = environment?.overlay;
  const configured = overlay === undefined ? [] : filesOf('configuration');
  const hasModel = model.models.length > 0 || pathsOf('model').length > 0;
  const parts = {
    code: { digest: digestFiles(filesOf('code')), paths: pathsOf('code') },
    features: {
      ...digestFeatures(readings, filesOf('features')),
      paths: pathsOf('features'),
    },
    data: {
      digest: digestOf(data.map(output => outputToJson(output, files))),
      paths: pathsOf('data'),
      outputs: data.map(({ path, hash, size }) => ({ path, hash, size })),
    },
    model: hasModel
      ? {
          digest: digestModels(model.models, readings),
          paths: pathsOf('model'),
          models: model.models,
        }
      : undefined,
    configuration:
      overlay !== undefined && configured.length > 0
        ? {
            digest: digestFiles(configured),
            paths: pathsOf('configuration'),
            overlay,
          }
        : undefined,
  };
  return {
    environment: environment?.name,
    digest: digestOf({
      code: parts.code.digest,
      features: parts.features.digest,
      data: parts.data.digest,
      model: parts.model?.digest ?? null,
      configuration: parts.configuration?.digest ?? null,
    }),
    ...parts,
    elsewhere: pathsOf('elsewhere'),
    problems,
  };
}

function digestFiles(files: readonly StateFile[]): string {
  return digestOf(files.map(({ path, mode, oid }) => [path, mode, oid]));
}

/** Where the hash can't be read, the file that should say it stands for it. */
function outputToJson(
  { path, hash, unreadable, declaredIn }: DataVersion,
  files: readonly StateFile[],
): Json {
  const broken = unreadable
    ? files.find(file => file.path === declaredIn.path)?.oid
    : undefined;
  return {
    path,
    hash: hash ? { algorithm: hash.algorithm, value: hash.value } : null,
    ...(broken !== undefined && { broken }),
  };
}
