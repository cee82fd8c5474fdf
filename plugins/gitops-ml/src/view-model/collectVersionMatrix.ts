import {
  AssignmentView,
  ModelView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** More rows than this are no picture any more. */
const MAX_ROWS = 8;

/** Whether a stage has a version now, had it before, or never had it. */
export type VersionPlace =
  | { kind: 'now'; since: AssignmentView }
  | { kind: 'earlier'; last: AssignmentView }
  | { kind: 'never' };

interface VersionMatrix {
  /** In the order in which they were first used. */
  stages: string[];
  /** Newest version first. */
  rows: { version: string; places: VersionPlace[] }[];
  /** Versions that no stage ever had, or that there is no room for. */
  leftOut: number;
}

function placeOf(
  model: ModelView,
  version: string,
  stage: string,
): VersionPlace {
  const [last] = model.assignments.filter(
    one => one.stage === stage && one.version === version,
  );
  if (!last) return { kind: 'never' };
  const current = model.stages[stage];
  return current?.version === version
    ? { kind: 'now', since: current }
    : { kind: 'earlier', last };
}

/** Which stage has or had which version; `undefined` where no stage was ever assigned. */
export function collectVersionMatrix(
  model: ModelView,
): VersionMatrix | undefined {
  const oldestFirst = [...model.assignments].reverse();
  const stages = [...new Set(oldestFirst.map(({ stage }) => stage))];
  if (stages.length === 0) return undefined;
  const placed = new Set(oldestFirst.map(({ version }) => version));
  const rows = model.versions
    .filter(({ version }) => placed.has(version))
    .slice(0, MAX_ROWS)
    .map(({ version }) => ({
      version,
      places: stages.map(stage => placeOf(model, version, stage)),
    }));
  return { stages, rows, leftOut: model.versions.length - rows.length };
}
