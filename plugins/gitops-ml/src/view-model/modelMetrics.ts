import {
  ModelVersionView,
  ModelView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** How many metrics a row has room for. */
const MAX_COLUMNS = 3;

export type Better = 'higher' | 'lower';

/** A metric that a model's versions are compared by. */
export interface MetricChoice {
  /** Empty where only the descriptor names the metric. */
  file: string;
  name: string;
  /** Declared, never guessed. */
  better?: Better;
  min?: number;
  max?: number;
}

function parseBetter(word: string | undefined): Better | undefined {
  return word === 'higher' || word === 'lower' ? word : undefined;
}

function declaredBetter(model: ModelView, name: string): Better | undefined {
  if (model.mainMetric?.name === name) {
    return parseBetter(model.mainMetric.better);
  }
  const limit = model.thresholds.find(({ metric }) => metric === name);
  if (!limit || (limit.min === undefined) === (limit.max === undefined)) {
    return undefined;
  }
  return limit.min === undefined ? 'lower' : 'higher';
}

function allMetrics(model: ModelView): { file: string; name: string }[] {
  const seen = new Map<string, { file: string; name: string }>();
  for (const version of model.versions) {
    for (const { file, name } of version.metrics) {
      seen.set(`${file}\n${name}`, { file, name });
    }
  }
  return [...seen.values()];
}

function rank(model: ModelView, name: string): number {
  if (model.mainMetric?.name === name) return 0;
  return model.thresholds.some(({ metric }) => metric === name) ? 1 : 2;
}

/** Every metric of a model's versions: the main one first, then those with limits. */
export function listMetrics(model: ModelView): MetricChoice[] {
  return allMetrics(model)
    .map(metric => {
      const limit = model.thresholds.find(one => one.metric === metric.name);
      return {
        ...metric,
        better: declaredBetter(model, metric.name),
        min: limit?.min,
        max: limit?.max,
      };
    })
    .sort((a, b) => rank(model, a.name) - rank(model, b.name));
}

/** The metrics of the table's columns. */
export function selectMetrics(model: ModelView): MetricChoice[] {
  return listMetrics(model).slice(0, MAX_COLUMNS);
}

export function readMetric(
  version: ModelVersionView | undefined,
  choice: MetricChoice,
): number | undefined {
  return version?.metrics.find(
    ({ file, name }) => file === choice.file && name === choice.name,
  )?.value;
}

/** A metric of a version beside the version before it. */
export interface MetricReading {
  choice: MetricChoice;
  value?: number;
  delta?: number;
  /** Only where the better direction is declared. */
  verdict?: 'better' | 'worse' | 'same';
  /** Only where a limit is declared. */
  withinLimits?: boolean;
}

function judge(delta: number | undefined, better: Better | undefined) {
  if (delta === undefined || better === undefined) return undefined;
  if (delta === 0) return 'same';
  return delta > 0 === (better === 'higher') ? 'better' : 'worse';
}

function isWithin(value: number | undefined, { min, max }: MetricChoice) {
  if (value === undefined || (min === undefined && max === undefined)) {
    return undefined;
  }
  return value >= (min ?? -Infinity) && value <= (max ?? Infinity);
}

export function compareMetric(
  version: ModelVersionView,
  previous: ModelVersionView | undefined,
  choice: MetricChoice,
): MetricReading {
  const value = readMetric(version, choice);
  const before = readMetric(previous, choice);
  const delta =
    value === undefined || before === undefined ? undefined : value - before;
  return {
    choice,
    value,
    delta,
    verdict: judge(delta, choice.better),
    withinLimits: isWithin(value, choice),
  };
}
