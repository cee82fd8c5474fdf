import { DvcHash, GtoAssignment, Model, ModelVersion } from '@gitops-ml/core';

/** A version of a model, as the CLI's JSON has it. `null` is "none". */
export interface ModelVersionRow {
  version: string;
  commit: string;
  tag: string | null;
  registeredAt: string | null;
  active: boolean;
  source: ModelVersion['source'];
  artifact: { path: string; hash: DvcHash | null } | null;
}

/** A model, as the CLI's JSON has it. */
export interface ModelRow {
  name: string;
  deprecated: boolean;
  latest: string | null;
  versions: ModelVersionRow[];
  stages: Record<
    string,
    { version: string; commit: string; tag: string; assignedAt: string }
  >;
  assignments: {
    stage: string;
    version: string;
    commit: string;
    tag: string;
    at: string;
    active: boolean;
  }[];
}

function describeVersion(version: ModelVersion): ModelVersionRow {
  const { artifact } = version;
  return {
    version: version.version,
    commit: version.commit,
    tag: version.tag ?? null,
    registeredAt: version.registeredAt ?? null,
    active: version.active,
    source: version.source,
    artifact: artifact
      ? { path: artifact.path, hash: artifact.hash ?? null }
      : null,
  };
}

function describeAssignment(assignment: GtoAssignment) {
  const { stage, version, commit, tag, at, active } = assignment;
  return { stage, version, commit, tag, at, active };
}

function describeStages(stages: Model['stages']): ModelRow['stages'] {
  return Object.fromEntries(
    Object.entries(stages).map(([stage, { version, commit, tag, at }]) => [
      stage,
      { version, commit, tag, assignedAt: at },
    ]),
  );
}

/** The rows of `gitops-ml models`, in the order of the models. */
export function describeModels(models: readonly Model[]): ModelRow[] {
  return models.map(model => ({
    name: model.name,
    deprecated: model.deprecated,
    latest: model.latest ?? null,
    versions: model.versions.map(describeVersion),
    stages: describeStages(model.stages),
    assignments: model.assignments.map(describeAssignment),
  }));
}
