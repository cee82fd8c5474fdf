import {
  CommitView,
  ModelVersionView,
  ModelView,
  PushedView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  collectDataVersions,
  collectMetrics,
  collectProvenance,
  DataVersion,
  DvcConfigFacts,
  EntryReading,
  Model,
  ModelVersion,
  selectFacts,
} from '@gitops-ml/core';
import { Revision, toSpotView } from './Revision';

/** What a model version's commit says, worked out once per commit. */
export interface VersionCommit {
  commit: CommitView;
  readings: EntryReading[];
}

/**
 * Models as pages show them. A version whose commit went from the mirror between
 * two looks at it is left out until the next one.
 */
export function assembleModels(options: {
  models: readonly Model[];
  commits: ReadonlyMap<string, VersionCommit>;
  revision: Revision;
  pushed: (
    output: DataVersion,
    configs: readonly DvcConfigFacts[],
  ) => PushedView;
}): ModelView[] {
  const { revision } = options;
  const facts = createCommitFacts(options.commits, options.pushed);
  const { outputs } = collectDataVersions(revision.readings);
  return options.models.map(({ artifactPath, ...model }) => ({
    ...model,
    artifact: findArtifact(outputs, artifactPath, revision),
    versions: model.versions.flatMap(version =>
      toVersion(version, model, facts),
    ),
  }));
}

/** A model that is in Git, or lies in a tracked folder, has no output of its own. */
function findArtifact(
  outputs: readonly DataVersion[],
  artifactPath: string | undefined,
  revision: Revision,
): ModelView['artifact'] {
  const output = outputs.find(({ path }) => path === artifactPath);
  if (!output) return undefined;
  const { path, hash, unreadable, stage, declaredIn } = output;
  const spot = toSpotView(declaredIn, revision);
  return { path, hash, unreadable, stage, declaredIn: spot };
}

interface CommitFacts {
  commit(oid: string): CommitView | undefined;
  metrics(oid: string): Pick<ModelVersionView, 'metrics' | 'metricsInRemote'>;
  provenance(oid: string, path: string): ModelVersionView['provenance'];
  pushed(
    oid: string,
    path: string,
  ): { pushed: PushedView; remote: string | undefined };
  featureViews(oid: string, service: string | undefined): string[] | undefined;
}

function createCommitFacts(
  commits: ReadonlyMap<string, VersionCommit>,
  pushed: Parameters<typeof assembleModels>[0]['pushed'],
): CommitFacts {
  const collected = new Map(
    [...commits].map(([oid, { readings }]) => [
      oid,
      lazy(() => {
        const { outputs } = collectDataVersions(readings);
        return {
          metrics: collectMetrics(readings),
          outputs,
          tracked: new Set(outputs.map(({ path }) => path)),
          configs: selectFacts(readings, 'dvc-config'),
        };
      }),
    ]),
  );
  return {
    commit: oid => commits.get(oid)?.commit,
    metrics: oid => {
      const metrics = collected.get(oid)?.().metrics;
      return {
        metrics: metrics?.values ?? [],
        metricsInRemote: metrics?.inRemote ?? [],
      };
    },
    provenance: (oid, path) => {
      const found = collectProvenance(commits.get(oid)?.readings ?? [], path);
      const tracked = collected.get(oid)?.().tracked;
      return (
        found && {
          ...found,
          inputs: found.inputs.map(input => ({
            ...input,
            tracked: tracked?.has(input.path) ?? false,
          })),
        }
      );
    },
    featureViews: (oid, service) =>
      listFeatureViews(commits.get(oid)?.readings ?? [], service),
    pushed: (oid, path) => {
      const known = collected.get(oid)?.();
      const output = known?.outputs.find(one => one.path === path);
      if (known && output) {
        const { remote } = output;
        return { pushed: pushed(output, known.configs), remote };
      }
      const message = 'DVC does not track it by itself.';
      return { pushed: { status: 'unknown', message }, remote: undefined };
    },
  };
}

/** `undefined` without a service of that name, or where it can't be read in full. */
function listFeatureViews(
  readings: readonly EntryReading[],
  name: string | undefined,
): string[] | undefined {
  const service = selectFacts(readings, 'feast')
    .flatMap(({ featureServices }) => featureServices)
    .find(one => one.name === name);
  return service && service.unresolvedFields.length === 0
    ? [...new Set(service.projections.map(({ view }) => view))]
    : undefined;
}

function toVersion(
  version: ModelVersion,
  model: Pick<Model, 'stages' | 'featureService'>,
  facts: CommitFacts,
): ModelVersionView[] {
  const { artifact } = version;
  const commit = facts.commit(version.commit);
  if (!commit) return [];
  const view: ModelVersionView = {
    ...version,
    commit,
    stages: Object.values(model.stages)
      .filter(assignment => assignment.version === version.version)
      .map(({ stage }) => stage),
    artifact: artifact && {
      ...artifact,
      ...facts.pushed(version.commit, artifact.path),
    },
    ...facts.metrics(version.commit),
    provenance: artifact && facts.provenance(version.commit, artifact.path),
    featureViews: facts.featureViews(version.commit, model.featureService),
  };
  return [view];
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
