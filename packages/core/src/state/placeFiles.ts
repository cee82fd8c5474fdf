import { collectOverlay } from '../environments/collectOverlay';
import { DeclaredEnvironment } from '../environments/DeclaredEnvironment';
import { EntryReading } from '../model/EntryReading';
import { selectFacts } from '../model/selectFacts';
import { Problem } from '../reading/Problem';
import { fileNameOf } from '../reading/safePath';
import { StateFile, StatePartName } from './StateTuple';

/** Where a file belongs. */
export type Place = StatePartName | 'elsewhere';

/** What decides where files belong. */
interface PlaceInput {
  files: readonly StateFile[];
  readings: readonly EntryReading[];
  /** All that the commit declares, this one included. */
  environments: readonly DeclaredEnvironment[];
  environment: DeclaredEnvironment | undefined;
  /** Paths of models: pointers, and artifacts that Git itself keeps. */
  modelPaths: ReadonlySet<string>;
  /** Paths of outputs that Git itself keeps. */
  outputPaths: ReadonlySet<string>;
}

const isBelow = (path: string) => (folder: string) =>
  path.startsWith(`${folder}/`);

/**
 * Places each file in one part. What is read for what it means (features, pointers,
 * `release.env`) comes before what an overlay includes, and that before code, which is
 * the rest.
 */
export function placeFiles(input: PlaceInput): {
  places: Map<string, Place>;
  problems: Problem[];
} {
  const own = collectIncluded(
    input.environment ? [input.environment] : [],
    input,
  );
  const all = collectIncluded(input.environments, input);
  const features = collectFeaturePaths(input.readings);
  const data = collectDataPaths(input);
  const delivery = collectDeliveryPaths(input.readings);
  const placeOf = (path: string): Place => {
    if (features.has(path)) return 'features';
    if (input.modelPaths.has(path)) return 'model';
    if (fileNameOf(path) === 'release.env') return 'model';
    if (data.has(path)) return 'data';
    if (own.paths.has(path)) return 'configuration';
    const isOthers = all.paths.has(path) || all.folders.some(isBelow(path));
    if (isOthers || delivery(path)) return 'elsewhere';
    return 'code';
  };
  return {
    places: new Map(input.files.map(({ path }) => [path, placeOf(path)])),
    problems: own.problems,
  };
}

/** What overlays include. A folder without a kustomization is deployed as it stands. */
function collectIncluded(
  environments: readonly DeclaredEnvironment[],
  { files, readings }: PlaceInput,
) {
  const all = files.map(({ path }) => path);
  const folders = [
    ...new Set(environments.flatMap(({ overlay }) => overlay || [])),
  ];
  const overlays = folders.map(
    folder =>
      collectOverlay(folder, readings, all) ?? {
        paths: all.filter(path => isBelow(path)(folder)),
        problems: [],
      },
  );
  return {
    folders,
    paths: new Set(overlays.flatMap(({ paths }) => paths)),
    problems: overlays.flatMap(({ problems }) => problems),
  };
}

/** Definitions, and the kustomization that makes them a ConfigMap. */
function collectFeaturePaths(readings: readonly EntryReading[]): Set<string> {
  const projects = selectFacts(readings, 'feast');
  const folders = new Set(projects.map(({ path }) => path));
  const configMaps = selectFacts(readings, 'kustomization').filter(
    ({ folder }) => folder !== '' && folders.has(folder),
  );
  const entries = readings.filter(({ reader }) => reader === 'feast');
  return new Set([
    ...projects.flatMap(({ files, store }) => [...files, store.path]),
    ...configMaps.map(({ path }) => path),
    ...entries.map(({ entry }) => entry),
  ]);
}

/** Pointers and locks, also broken ones, outputs that Git keeps, and metrics. */
function collectDataPaths({ readings, outputPaths }: PlaceInput): Set<string> {
  const pointers = readings
    .filter(({ reader }) => reader === 'dvc-file' || reader === 'dvc-lock')
    .map(({ entry }) => entry);
  const metrics = selectFacts(readings, 'dvc-yaml').flatMap(facts =>
    facts.metrics.map(({ path }) => path),
  );
  return new Set([...pointers, ...metrics, ...outputPaths]);
}

function collectDeliveryPaths(
  readings: readonly EntryReading[],
): (path: string) => boolean {
  const manifests = selectFacts(readings, 'gitops-manifest');
  const paths = new Set(
    manifests.flatMap(({ path, parameterFiles }) => [path, ...parameterFiles]),
  );
  return path => path.startsWith('argocd/') || paths.has(path);
}
