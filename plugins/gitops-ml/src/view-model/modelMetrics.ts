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
  /** The file, where another one has a metric of the same name. */
  qualifier?: string;
  /** Declared, never guessed. */
  better?: Better;
  min?: number;
  max?: number;
}

function parseBetter(word: string | undefined): Better | undefined {
  return word === 'higher' || word === 'lower' ? word : undefined;
}

/** Whether the descriptor's words on metrics are about this file. */
function isDescribed({ metricsFile }: ModelView, file: string): boolean {
  return metricsFile === undefined || metricsFile === file;
}

function findLimit(model: ModelView, { file, name }: MetricName) {
  return isDescribed(model, file)
    ? model.thresholds.find(({ metric }) => metric === name)
    : undefined;
}

function isMain(model: ModelView, { file, name }: MetricName): boolean {
  return model.mainMetric?.name === name && isDescribed(model, file);
}

function declaredBetter(
  model: ModelView,
  metric: MetricName,
): Better | undefined {
  if (isMain(model, metric)) return parseBetter(model.mainMetric?.better);
  const limit = findLimit(model, metric);
  if (!limit || (limit.min === undefined) === (limit.max === undefined)) {
    return undefined;
  }
  return limit.min === undefined ? 'lower' : 'higher';
}

interface MetricName {
  file: string;
  name: string;
}

function allMetrics(model: ModelView): MetricName[] {
  const seen = new Map<string, MetricName>();
  for (const version of model.versions) {
    for (const { file, name } of version.metrics) {
      seen.set(`${file}\n${name}`, { file, name });
    }
  }
  return [...seen.values()];
}

function rank(model: ModelView, metric: MetricName): number {
  if (isMain(model, metric)) return 0;
  if (findLimit(model, metric)) return 1;
  return isDescribed(model, metric.file) ? 2 : 3;
}

const baseName = (path: string) => path.split('/').pop() ?? path;
const stem = (path: string) => baseName(path).replace(/\.[^.]*$/, '');

/** What tells a metric from others of its name: the file, by as much of it as it takes. */
function qualify(
  { file, name }: MetricName,
  metrics: readonly MetricName[],
): string | undefined {
  const others = metrics.filter(one => one.name === name && one.file !== file);
  if (others.length === 0) return undefined;
  const shortest = [stem, baseName].find(shorten =>
    others.every(one => shorten(one.file) !== shorten(file)),
  );
  return shortest ? shortest(file) : file;
}

/** Every metric of a model's versions: the main one first, then those with limits. */
export function listMetrics(model: ModelView): MetricChoice[] {
  const metrics = allMetrics(model);
  return metrics
    .map(metric => {
      const limit = findLimit(model, metric);
      return {
        ...metric,
        qualifier: qualify(metric, metrics),
        better: declaredBetter(model, metric),
        min: limit?.min,
        max: limit?.max,
      };
    })
    .sort((a, b) => rank(model, a) - rank(model, b));
}

/** A metric's name, with its file where others have the same name. */
export function describeMetric({ name, qualifier }: MetricChoice): string {
  return qualifier === undefined ? name : `${name} (${qualifier})`;
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
