import {
  ModelVersionView,
  ModelView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { diffInputs, InputRow } from './diffInputs';
import { diffParams } from './diffParams';
import { matchesSearch } from './matchesSearch';
import {
  compareMetric,
  MetricChoice,
  MetricReading,
  readMetric,
} from './modelMetrics';
import { SortKey } from './sortRows';

export interface ModelVersionRow {
  id: string;
  version: ModelVersionView;
  isLatest: boolean;
  /** There is no version before it to compare with. */
  isFirst: boolean;
  metrics: MetricReading[];
  /** Absent where this version or the one before has no recorded stage. */
  changedParams?: string[];
  inputs: InputRow[];
}

/** The version registered before this one; versions come newest first. */
export function findPrevious(
  model: ModelView,
  version: ModelVersionView,
): ModelVersionView | undefined {
  return model.versions[model.versions.indexOf(version) + 1];
}

function listChangedParams(
  version: ModelVersionView,
  previous: ModelVersionView | undefined,
): string[] | undefined {
  if (!version.provenance || !previous?.provenance) return undefined;
  return diffParams(version, previous)
    .filter(row => row.changed)
    .map(row => row.id);
}

export function collectModelRows(
  model: ModelView,
  choices: readonly MetricChoice[],
): ModelVersionRow[] {
  return model.versions.map((version, index) => {
    const previous = model.versions[index + 1];
    return {
      id: `${version.version} ${version.commit.oid}`,
      version,
      isLatest: version.version === model.latest,
      isFirst: previous === undefined,
      metrics: choices.map(choice => compareMetric(version, previous, choice)),
      changedParams: listChangedParams(version, previous),
      inputs: diffInputs(version, previous),
    };
  });
}

export function searchModelRows(
  rows: ModelVersionRow[],
  search: string,
): ModelVersionRow[] {
  return rows.filter(({ version }) =>
    matchesSearch(
      [
        version.version,
        version.tag,
        version.author,
        version.message,
        version.commit.oid,
        version.commit.message,
        version.artifact?.path,
        version.artifact?.hash?.value,
        ...version.stages,
      ],
      search,
    ),
  );
}

/** Sort keys of the table, with one per metric column (`metric0` …). */
export function modelSortKeys(
  choices: readonly MetricChoice[],
): Record<string, (row: ModelVersionRow) => SortKey> {
  const keys: Record<string, (row: ModelVersionRow) => SortKey> = {
    version: row => row.version.version,
    registered: row => row.version.registeredAt,
    size: row => row.version.artifact?.size,
  };
  choices.forEach((choice, index) => {
    keys[`metric${index}`] = row => readMetric(row.version, choice);
  });
  return keys;
}
