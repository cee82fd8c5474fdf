import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Status } from '../status';
import { describePhase } from './describePhase';

type Metric = DeliveryView['analyses'][number]['metrics'][number];

/** One measurement, as a point of the picture and a row of the table. */
export interface MeasurementPoint {
  number: number;
  /** Absent where the provider gave no number. */
  value: number | undefined;
  /** As the provider gave it. */
  text: string | undefined;
  phase: string;
  status: Status;
  message: string;
  at: string | undefined;
}

/** A number, or the first of a list as Prometheus gives it. */
function readNumber(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text.trim().replace(/^\[([^,\]]+).*\]$/, '$1'));
  return Number.isFinite(value) ? value : undefined;
}

export function collectMeasurements(metric: Metric): MeasurementPoint[] {
  return metric.measurements.map((measurement, index) => ({
    number: index + 1,
    value: readNumber(measurement.value),
    text: measurement.value,
    phase: measurement.phase,
    status: describePhase(measurement.phase).status,
    message: measurement.message,
    at: measurement.finishedAt ?? measurement.startedAt,
  }));
}
