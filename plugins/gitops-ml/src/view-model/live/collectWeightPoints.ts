import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Status } from '../status';
import { describeEvent } from './describeEvent';
import { describePhase } from './describePhase';

type DeliveryEvent = DeliveryView['events'][number];

/** A moment of a delivery, as a point of the picture. */
export interface WeightPoint {
  /** Milliseconds. */
  time: number;
  actual: number;
  desired: number;
  phase: string;
  status: Status;
  words: string;
  /** Nothing happened: the last weight still holds. */
  isNow: boolean;
}

/**
 * How far the picture goes on behind the last moment, at least: a pause of days
 * would squeeze the steps before it into one line.
 */
const LEAST_TAIL_MS = 1_000;

const isHealthy = ({ phase }: DeliveryEvent) => phase === 'Healthy';

/** Not observed by the controller yet, which still says that all steps are done. */
function isOfVersionBefore({ step }: DeliveryEvent): boolean {
  return step !== undefined && step.index >= step.count;
}

/** The newest delivery's events, oldest first: back to where the version before it was healthy. */
function cutNewest(events: readonly DeliveryEvent[]): DeliveryEvent[] {
  const begun = events.findIndex(event => !isHealthy(event));
  if (begun < 0) return [];
  const before = events.findIndex(
    (event, index) => index > begun && isHealthy(event),
  );
  const end = before < 0 ? events.length : before;
  // The one Healthy event at which it came to its end.
  const own = events.slice(Math.max(0, begun - 1), end).reverse();
  const first = own.findIndex(event => !isOfVersionBefore(event));
  return first < 0 ? [] : own.slice(first);
}

/** The weights of the newest delivery over time; none where fewer than two moments were seen. */
export function collectWeightPoints(
  delivery: Pick<DeliveryView, 'events' | 'maxWeight' | 'phase'>,
  now: number,
): WeightPoint[] {
  const points = cutNewest(delivery.events).flatMap(event => {
    const { at, weight, phase } = event;
    const time = Date.parse(at);
    if (!weight || Number.isNaN(time)) return [];
    return {
      time,
      ...weight,
      phase,
      status: describePhase(phase).status,
      words: describeEvent(event, delivery.maxWeight),
      isNow: false,
    };
  });
  const last = points[points.length - 1];
  if (!last) return [];
  const tail = Math.max(LEAST_TAIL_MS, (last.time - points[0].time) / 4);
  const time = Math.min(now, last.time + tail);
  const isOver = last.phase === 'Healthy' || time <= last.time;
  const all = isOver ? points : [...points, { ...last, time, isNow: true }];
  return all.length < 2 ? [] : all;
}
