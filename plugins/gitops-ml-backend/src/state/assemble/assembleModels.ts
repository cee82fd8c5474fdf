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
  pushed: (
    output: DataVersion,
    configs: readonly DvcConfigFacts[],
  ) => PushedView;
}): ModelView[] {
  const facts = createCommitFacts(options.commits, options.pushed);
  return options.models.map(model => ({
    ...model,
    versions: model.versions.flatMap(version =>
      toVersion(version, model, facts),
    ),
  }));
}

interface CommitFacts {
  commit(oid: string): CommitView | undefined;
  metrics(oid: string): Pick<ModelVersionView, 'metrics' | 'metricsInRemote'>;
  provenance(oid: string, path: string): ModelVersionView['provenance'];
  pushed(oid: string, path: string): PushedView;
}

function createCommitFacts(
  commits: ReadonlyMap<string, VersionCommit>,
  pushed: Parameters<typeof assembleModels>[0]['pushed'],
): CommitFacts {
  const collected = new Map(
    [...commits].map(([oid, { readings }]) => [
      oid,
      lazy(() => ({
        metrics: collectMetrics(readings),
        outputs: collectDataVersions(readings).outputs,
        configs: selectFacts(readings, 'dvc-config'),
      })),
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
    provenance: (oid, path) =>
      collectProvenance(commits.get(oid)?.readings ?? [], path),
    pushed: (oid, path) => {
      const known = collected.get(oid)?.();
      const output = known?.outputs.find(one => one.path === path);
      return known && output
        ? pushed(output, known.configs)
        : { status: 'unknown', message: 'DVC does not track it by itself.' };
    },
  };
}

function toVersion(
  version: ModelVersion,
  model: Model,
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
      pushed: facts.pushed(version.commit, artifact.path),
    },
    ...facts.metrics(version.commit),
    provenance: artifact && facts.provenance(version.commit, artifact.path),
  };
  return [view];
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
