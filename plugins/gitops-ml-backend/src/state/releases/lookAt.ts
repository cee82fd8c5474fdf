import { Delivery, readDeliveries } from '@gitops-ml/core';
import { LiveObject } from '../../live/kubernetes/contract';
import { Place } from '../../live/kubernetes/KubernetesSources';
import { selectWorkloadObjects } from '../binding/bindWorkloads';
import { DeliveryEvents, findReached } from '../deliveries/DeliveryEvents';
import { Sightings } from '../deliveries/Sightings';
import { BoundWorkload, LiveEnvironment } from '../live/LiveEnvironments';

/** An environment's workload at a moment. */
export interface Look {
  /** Of the sighting, or of the last one before it. */
  number: number;
  /** By our clock, ISO 8601. */
  at: string;
  /** Absent where there is no workload. */
  delivery: Delivery | undefined;
}

/** What looking takes. */
export interface LookTools {
  events: DeliveryEvents;
  sightings: Sightings;
}

/**
 * The moments at which something changed of an environment whose cluster answers, since the
 * sighting `after`, oldest first; the last is how it is now. `undefined` where nothing is
 * known of now.
 */
export async function lookAt(
  tools: LookTools,
  environment: LiveEnvironment,
  { after, now }: { after: number; now: string },
): Promise<Look[] | undefined> {
  const { place, kubernetes, application } = environment;
  const isKnown = kubernetes.status === 'ok' && kubernetes.valueObservedAt;
  if (!place || !isKnown) return undefined;
  const workload = chooseWorkload(environment);
  if (!workload) return [{ number: after, at: now, delivery: undefined }];
  const past = tools.sightings.after(after, place, workload);
  const present = {
    number: past.at(-1)?.number ?? after,
    at: now,
    objects: workload.objects,
  };
  const looks: Look[] = [];
  for (const { number, at, objects } of [...past, present]) {
    const own = selectWorkloadObjects(objects, workload, application);
    const delivery = await readOne(tools, {
      place,
      workload,
      objects: own,
      at,
    });
    looks.push({ number, at, delivery });
  }
  return looks;
}

/** Of several workloads the one that is delivered step by step. */
function chooseWorkload({
  workloads,
}: LiveEnvironment): BoundWorkload | undefined {
  const present = workloads.filter(({ objects }) => objects.length > 0);
  return present.find(({ kind }) => kind === 'Rollout') ?? present.at(0);
}

async function readOne(
  { events }: LookTools,
  look: {
    place: Place;
    workload: BoundWorkload;
    objects: readonly LiveObject[];
    at: string;
  },
): Promise<Delivery | undefined> {
  const { place, workload, objects, at } = look;
  const read = (
    remembered?: Parameters<typeof readDeliveries>[1]['remembered'],
  ) =>
    readDeliveries(objects, { now: at, remembered }).deliveries.find(
      ({ name }) => name === workload.name,
    );
  const delivery = read();
  if (!delivery?.aborted) return delivery;
  const seen = await events.list(place, workload);
  const until = seen.filter(event => Date.parse(event.at) <= Date.parse(at));
  // What came after the abort may have come in the same millisecond.
  const before = until.slice(
    Math.max(
      0,
      until.findIndex(({ aborted }) => aborted),
    ),
  );
  return read(query => findReached(before, query));
}
