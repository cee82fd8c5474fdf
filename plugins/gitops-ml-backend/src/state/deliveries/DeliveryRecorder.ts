import { LoggerService } from '@backstage/backend-plugin-api';
import { readDeliveries } from '@gitops-ml/core';
import { LiveObject } from '../../live/kubernetes/contract';
import { Place } from '../../live/kubernetes/KubernetesSources';
import { selectOwned } from '../binding/bindWorkloads';
import { DeliveryEvent, DeliveryEvents } from './DeliveryEvents';
import { describeEvent, isSameEvent } from './describeEvent';
import { Sightings } from './Sightings';

/**
 * Keeps what changes of the workloads that are watched, as it happens: what a
 * canary had reached before it was aborted is nowhere else.
 */
export class DeliveryRecorder {
  readonly #events: DeliveryEvents;
  readonly #sightings: Sightings;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #last = new Map<string, DeliveryEvent>();
  #writing: Promise<void> = Promise.resolve();

  constructor(options: {
    events: DeliveryEvents;
    sightings: Sightings;
    logger: LoggerService;
    now?: () => number;
  }) {
    this.#events = options.events;
    this.#sightings = options.sightings;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Notes the workload that changed, which the objects of the place stand around; all of
   * them where more than one object may have changed.
   */
  note(
    place: Place,
    changed: LiveObject | undefined,
    objects: readonly LiveObject[],
  ): void {
    for (const object of changed ? [changed] : objects) {
      if (object.kind === 'Rollout' || object.kind === 'Deployment') {
        this.#noteWorkload(place, object, { objects, listed: !changed });
      }
    }
  }

  /** Until all that was noted is written. */
  settle(): Promise<void> {
    return this.#writing;
  }

  #noteWorkload(
    place: Place,
    object: LiveObject,
    { objects, listed }: { objects: readonly LiveObject[]; listed: boolean },
  ): void {
    const at = new Date(this.#now()).toISOString();
    const own = [object, ...selectOwned(objects, object)];
    const { deliveries } = readDeliveries(own, { now: at });
    const delivery = deliveries.find(
      ({ name }) => name === object.metadata.name,
    );
    if (delivery) this.#sightings.note(place, delivery, { at, objects: own });
    const event = delivery && describeEvent(delivery, object, { at, listed });
    const { resourceVersion } = object.metadata;
    if (!event || resourceVersion === undefined) return;
    const key = `${place.cluster}/${event.uid}`;
    const last = this.#last.get(key);
    if (last && isSameEvent(last, event)) return;
    this.#last.set(key, event);
    const { kind, metadata } = object;
    this.#writing = this.#writing
      .then(() =>
        this.#events.add(
          place,
          { kind, name: metadata.name, resourceVersion },
          event,
        ),
      )
      .catch(error => {
        this.#last.delete(key);
        this.#logger.warn(`A delivery's change could not be kept: ${error}`);
      });
  }
}
