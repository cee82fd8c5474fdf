import { formatTime } from '../clock/Clock';
import { createTimers, Timers } from '../clock/createTimers';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { toJson } from '../json/toJson';
import { announce } from './announce';
import { assessRun } from './analysis/assessRun';
import { isCompleted } from './analysis/isCompleted';
import { planMeasurements } from './analysis/planMeasurements';
import { recordMeasurement } from './analysis/recordMeasurement';
import { resolveMetric } from './analysis/resolveMetric';
import { Context, keyOf, parseKey } from './Context';
import {
  AnalysisRun,
  analysisRunSchema,
  AnalysisRunStatus,
  Measurement,
  Metric,
} from './contract';
import { Announcement } from './reconcile/Plan';

interface Taken {
  name: string;
  measurement: Measurement;
}

const typeOf = (phase: string) =>
  phase === 'Failed' || phase === 'Error' ? 'Warning' : 'Normal';

function findAnnouncements(
  before: AnalysisRunStatus,
  next: AnalysisRunStatus,
): Announcement[] {
  const ended = (next.metricResults ?? []).filter(
    ({ name, phase }) =>
      isCompleted(phase) &&
      before.metricResults?.find(each => each.name === name)?.phase !== phase,
  );
  const ofMetrics = ended.map(
    ({ name, phase }) =>
      ({
        type: typeOf(phase),
        reason: `Metric${phase}`,
        message: `Metric '${name}' Completed. Result: ${phase}`,
      } satisfies Announcement),
  );
  if (!isCompleted(next.phase)) return ofMetrics;
  return [
    ...ofMetrics,
    {
      type: typeOf(next.phase),
      reason: `AnalysisRun${next.phase}`,
      message: `Analysis Completed. Result: ${next.phase}`,
    },
  ];
}

/** Measures what AnalysisRuns ask for, and says what it means. */
export class AnalysisController {
  private readonly timers: Timers;
  private readonly busy = new Map<string, Promise<void>>();
  private isClosed = false;

  constructor(private readonly context: Context) {
    this.timers = createTimers(context.clock, key => {
      try {
        this.look(key);
      } catch (error) {
        context.onError(error);
      }
    });
  }

  /** Looks at one after what is being done now. */
  add(object: Pick<KubernetesObject, 'metadata'>): void {
    this.timers.set(keyOf(object), this.context.clock.now());
  }

  close(): void {
    this.isClosed = true;
    this.timers.close();
  }

  /** Resolves when no measurement is being taken. */
  async settled(): Promise<void> {
    while (this.busy.size > 0) await Promise.all(this.busy.values());
  }

  private read(key: string): AnalysisRun | undefined {
    const { namespace, name } = parseKey(key);
    const object = this.context.store.get('AnalysisRun', namespace, name);
    return object && analysisRunSchema.parse(object);
  }

  private look(key: string): void {
    const run = this.read(key);
    if (!run || isCompleted(run.status?.phase) || this.busy.has(key)) return;
    const { clock, onError } = this.context;
    const { due, next } = planMeasurements(run, clock.now());
    if (due.length > 0) {
      const measuring = Promise.all(due.map(metric => this.take(run, metric)))
        .then(taken => this.record(key, taken))
        .catch(onError)
        .finally(() => this.busy.delete(key));
      this.busy.set(key, measuring);
      return;
    }
    if (run.status?.startedAt || run.spec.terminate) this.assess(key, run);
    if (next !== undefined) this.timers.set(key, next);
  }

  private async take(run: AnalysisRun, metric: Metric): Promise<Taken> {
    const { clock, measure } = this.context;
    const startedAt = formatTime(clock.now());
    const { namespace } = run.metadata;
    const resolved = resolveMetric(metric, run.spec.args);
    const measured =
      'missing' in resolved
        ? ({
            phase: 'Error',
            message: `failed to resolve {{args.${resolved.missing}}}`,
          } as const)
        : await measure(resolved.metric, { run, namespace }).catch(
            (error: unknown) =>
              ({
                phase: 'Error',
                message: error instanceof Error ? error.message : String(error),
              } as const),
          );
    const finishedAt = formatTime(clock.now());
    return {
      name: metric.name,
      measurement: { ...measured, startedAt, finishedAt },
    };
  }

  private record(key: string, taken: readonly Taken[]): void {
    const run = this.isClosed ? undefined : this.read(key);
    if (!run || isCompleted(run.status?.phase)) return;
    const before = run.status?.metricResults ?? [];
    const results = run.spec.metrics.flatMap(({ name }) => {
      const found = before.find(each => each.name === name);
      const one = taken.find(each => each.name === name);
      if (!one) return found ? [found] : [];
      const result = found ?? { name, phase: 'Running' as const };
      return [recordMeasurement(result, one.measurement)];
    });
    this.assess(key, {
      ...run,
      status: {
        phase: '',
        ...run.status,
        metricResults: results,
      },
    });
    // What was written changed nothing: a look finds the next moment.
    this.timers.set(key, this.context.clock.now());
  }

  private assess(key: string, run: AnalysisRun): void {
    const { store, clock } = this.context;
    const { namespace, name } = parseKey(key);
    const object = store.get('AnalysisRun', namespace, name);
    if (!object) return;
    const status = assessRun(run, clock.now());
    const before = analysisRunSchema.parse(object).status ?? { phase: '' };
    announce(this.context, object, findAnnouncements(before, status));
    store.update({ ...object, status: toJson(status) });
  }
}
