import { Fields } from '../Fields';
import { Metadata } from '../readMetadata';

/** That the controller finished a step. */
export interface StepEvent {
  namespace: string;
  uid: string | undefined;
  name: string | undefined;
  at: string;
  /** How many steps were done then, of how many. */
  done: number;
  count: number;
}

/** What an Event says of a Rollout's steps; `undefined` for all other events. */
export function readStepEvent(
  object: Fields,
  { namespace }: Metadata,
): StepEvent | undefined {
  if (object.raw('reason') !== 'RolloutStepCompleted') return undefined;
  const involved = object.map('involvedObject');
  if (involved.raw('kind') !== 'Rollout') return undefined;
  const [, done, count] =
    /^Rollout step (\d{1,6})\/(\d{1,6}) completed/.exec(
      object.text('message') ?? '',
    ) ?? [];
  const at = object.time('lastTimestamp') ?? object.time('eventTime');
  if (count === undefined || at === undefined) return undefined;
  return {
    namespace,
    uid: involved.text('uid'),
    name: involved.text('name'),
    at,
    done: Number(done),
    count: Number(count),
  };
}
