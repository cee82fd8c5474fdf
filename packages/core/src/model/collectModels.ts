import { GtoArtifact, GtoFacts, GtoVersion } from '../facts/gto';
import { Problem } from '../reading/Problem';
import {
  ArtifactDeclaration,
  artifactPathOf,
  collectDeclarations,
} from './collectDeclarations';
import { collectDataVersions } from './collectDataVersions';
import { DataVersion } from './DataVersion';
import { EntryReading } from './EntryReading';
import { Model, ModelVersion } from './ModelVersion';

/** The commits of which `collectModels` wants readings, besides the head. @public */
export function modelCommits(gto: GtoFacts): string[] {
  const commits = gto.artifacts.flatMap(({ versions }) =>
    versions.map(({ commit }) => commit),
  );
  return [...new Set(commits)];
}

/**
 * The models of a repository by name: what its tags register, described as the
 * head describes it, and what the head declares and nobody registered yet (of
 * `artifacts:` in dvc.yaml only those without a type or of type `model`).
 *
 * A version's artifact is what its own commit says: the declared path, with the
 * hash and size of the DVC output of that path. Without readings of the commit, or
 * without a declaration there, it is unknown; so is the hash of what DVC doesn't
 * track by itself.
 * @public
 */
export function collectModels(options: {
  gto: GtoFacts;
  head: EntryReading[];
  readingsAt: ReadonlyMap<string, EntryReading[]>;
}): { models: Model[]; problems: Problem[] } {
  const { gto, head, readingsAt } = options;
  const { declarations, problems } = collectDeclarations(head);
  const artifactAt = createArtifactFinder(readingsAt);
  const registered = gto.artifacts.map(artifact =>
    toModel(artifact, declarations.get(artifact.name), artifactAt),
  );
  const names = new Set(registered.map(({ name }) => name));
  const declared = [...declarations]
    .filter(([name, each]) => !names.has(name) && isModel(each))
    .map(([name, each]) => toModel(unregistered(name), each, artifactAt));
  const models = [...registered, ...declared];
  return {
    models: models.sort((a, b) => (a.name < b.name ? -1 : 1)),
    problems,
  };
}

type ArtifactFinder = (
  name: string,
  commit: string,
) => ModelVersion['artifact'];

interface Revision {
  declarations: Map<string, ArtifactDeclaration>;
  outputs: Map<string, DataVersion>;
}

/** A commit is looked through once, however many models it has. */
function createArtifactFinder(
  readingsAt: ReadonlyMap<string, EntryReading[]>,
): ArtifactFinder {
  const revisions = new Map<string, Revision>();
  return (name, commit) => {
    const known =
      revisions.get(commit) ?? lookThrough(readingsAt.get(commit) ?? []);
    revisions.set(commit, known);
    const path = artifactPathOf(known.declarations.get(name));
    if (path === undefined) return undefined;
    const output = known.outputs.get(path);
    return { path, hash: output?.hash, size: output?.size };
  };
}

function lookThrough(readings: EntryReading[]): Revision {
  const { outputs } = collectDataVersions(readings);
  return {
    declarations: collectDeclarations(readings).declarations,
    outputs: new Map(outputs.map(output => [output.path, output])),
  };
}

/** gto lists all of its old index; DVC's artifacts may be data too. */
function isModel({ dvc, index, descriptor }: ArtifactDeclaration): boolean {
  if (index || descriptor) return true;
  return dvc?.type === undefined || dvc.type === 'model';
}

function unregistered(name: string): GtoArtifact {
  return {
    name,
    deprecated: false,
    latest: undefined,
    versions: [],
    stages: {},
    assignments: [],
  };
}

function toModel(
  artifact: GtoArtifact,
  declaration: ArtifactDeclaration | undefined,
  artifactAt: ArtifactFinder,
): Model {
  const { name, deprecated, latest, stages, assignments } = artifact;
  const { dvc, index, descriptor } = declaration ?? {};
  const description =
    dvc?.description ?? index?.description ?? descriptor?.description;
  return {
    name,
    deprecated,
    description,
    type: dvc?.type ?? index?.type,
    labels: dvc?.labels ?? index?.labels ?? [],
    latest,
    versions: artifact.versions.map(version =>
      toVersion(version, artifactAt(name, version.commit)),
    ),
    stages,
    assignments,
    artifactPath: artifactPathOf(declaration),
    metricsFile: descriptor?.metrics,
    mainMetric: descriptor?.mainMetric,
    featureService: descriptor?.featureService,
    thresholds: descriptor?.thresholds ?? [],
  };
}

function toVersion(
  version: GtoVersion,
  artifact: ModelVersion['artifact'],
): ModelVersion {
  const { implicit: _, ...known } = version;
  return { ...known, source: 'gto', artifact };
}
