import { createOverlayCollector } from '../environments/createOverlayCollector';
import { DeclaredEnvironment } from '../environments/DeclaredEnvironment';
import { EntryReading } from '../model/EntryReading';
import { selectFacts } from '../model/selectFacts';
import { Problem } from '../reading/Problem';
import { fileNameOf } from '../reading/safePath';
import { StateFile, StatePartName } from './StateTuple';

/** Where a file belongs. */
type Place = StatePartName | 'elsewhere';

/** The files of each place, sorted by their paths. */
type PlacedFiles = Record<Place, readonly StateFile[]>;

/** What decides where files belong. */
interface PlaceInput {
  files: readonly StateFile[];
  readings: readonly EntryReading[];
  /** All that the commit declares. */
  environments: readonly DeclaredEnvironment[];
  /** Paths of models: pointers, and artifacts that Git itself keeps. */
  modelPaths: ReadonlySet<string>;
  /** Paths of outputs that Git itself keeps. */
  outputPaths: ReadonlySet<string>;
}

/** Places a commit's files, for everything or for one of its environments. */
type Placer = (environment?: Pick<DeclaredEnvironment, 'overlay'>) => {
  files: PlacedFiles;
  problems: Problem[];
};

/**
 * Places each file in one part. What is read for what it means (features, pointers,
 * `release.env`) comes before what an overlay includes, and that before code, which is
 * the rest. Of two environments only what their overlays include is placed in two ways:
 * the lists of the other places are one and the same.
 */
export function createPlacer(input: PlaceInput): Placer {
  const sorted = [...input.files].sort(byPath);
  const include = createIncluder(sorted, input.readings);
  const declared = input.environments.flatMap(({ overlay }) => overlay || []);
  const all = include(declared);
  const files = group(sorted, createPlaceOf(input, all));
  const isDeclared = new Set(declared);
  return ({ overlay } = {}) => {
    if (!overlay) return { files, problems: [] };
    const own = include([overlay]);
    const isOwn = ({ path }: StateFile) => own.paths.has(path);
    // What a declared overlay includes is no code of anybody.
    const { code, elsewhere } = isDeclared.has(overlay)
      ? files
      : withoutOverlay(files, own);
    const placed = {
      ...files,
      code,
      configuration: elsewhere.filter(isOwn),
      elsewhere: elsewhere.filter(file => !isOwn(file)),
    };
    return { files: placed, problems: own.problems };
  };
}

/** The files' places where an overlay, too, is somebody's. */
function withoutOverlay(
  { code, elsewhere }: PlacedFiles,
  { paths, isInside }: Included,
): Pick<PlacedFiles, 'code' | 'elsewhere'> {
  const isDeployed = ({ path }: StateFile) => paths.has(path) || isInside(path);
  return {
    code: code.filter(file => !isDeployed(file)),
    elsewhere: [...elsewhere, ...code.filter(isDeployed)].sort(byPath),
  };
}

function byPath(a: StateFile, b: StateFile): number {
  return a.path < b.path ? -1 : 1;
}

function group(
  files: readonly StateFile[],
  placeOf: (path: string) => Place,
): PlacedFiles {
  const placed: Record<Place, StateFile[]> = {
    code: [],
    features: [],
    data: [],
    model: [],
    configuration: [],
    elsewhere: [],
  };
  for (const file of files) placed[placeOf(file.path)].push(file);
  return placed;
}

/** What overlays include, and what of it could not be followed. */
interface Included {
  paths: ReadonlySet<string>;
  /** Is a path in the folder of one of the overlays? */
  isInside(path: string): boolean;
  problems: Problem[];
}

/** A folder without a kustomization is deployed as it stands. */
function createIncluder(
  files: readonly StateFile[],
  readings: readonly EntryReading[],
): (overlays: readonly string[]) => Included {
  const paths = files.map(({ path }) => path);
  const collect = createOverlayCollector(readings, paths);
  return overlays => {
    const folders = new Set(overlays);
    const included = [...folders].map(
      folder =>
        collect(folder) ?? {
          paths: paths.filter(path => path.startsWith(`${folder}/`)),
          problems: [],
        },
    );
    return {
      paths: new Set(included.flatMap(each => each.paths)),
      isInside: path => foldersOf(path).some(folder => folders.has(folder)),
      problems: included.flatMap(({ problems }) => problems),
    };
  };
}

/** `a` and `a/b` of `a/b/c`. */
function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (
    let end = path.indexOf('/');
    end >= 0;
    end = path.indexOf('/', end + 1)
  ) {
    folders.push(path.slice(0, end));
  }
  return folders;
}

function createPlaceOf(
  input: PlaceInput,
  all: Included,
): (path: string) => Place {
  const { modelPaths, readings } = input;
  const features = collectFeaturePaths(readings);
  const data = collectDataPaths(input);
  const delivery = collectDeliveryPaths(readings);
  return path => {
    if (features.has(path)) return 'features';
    if (modelPaths.has(path)) return 'model';
    if (fileNameOf(path) === 'release.env') return 'model';
    if (data.has(path)) return 'data';
    const isDeployed = all.paths.has(path) || all.isInside(path);
    return isDeployed || delivery(path) ? 'elsewhere' : 'code';
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
