import { Clock } from '../clock/Clock';
import { ClusterEvent, ClusterStore } from '../cluster/ClusterStore';
import { KindName } from '../cluster/kinds';
import { KubernetesObject } from '../cluster/KubernetesObject';

/** What every controller works with. */
export interface ControllerContext {
  store: ClusterStore;
  clock: Clock;
  /** Told where an object could not be worked on; it is tried again. */
  onError: (error: unknown) => void;
}

interface ObjectKey {
  namespace?: string;
  name: string;
}

/** One controller: what it looks after, and how. */
export interface Controller {
  kind: KindName;
  /** Which objects an event of another kind is about; default: whose controller it names. */
  affected?(event: ClusterEvent, store: ClusterStore): ObjectKey[];
  /** @returns after how many milliseconds to look again, without an event */
  reconcile(
    object: KubernetesObject,
    context: ControllerContext,
  ): number | undefined;
}

/** In milliseconds. */
const RETRY_DELAY = 5000;

/** The owner that is responsible for an object. */
function controllerOf({ metadata }: KubernetesObject) {
  return metadata.ownerReferences?.find(owner => owner.controller);
}

function affectedByDefault(
  kind: KindName,
  { object }: ClusterEvent,
): ObjectKey[] {
  const owner = controllerOf(object);
  if (owner?.kind !== kind) return [];
  return [{ namespace: object.metadata.namespace, name: owner.name }];
}

/**
 * Lets a controller look at each object of its kind when it changes, when
 * something changes that affects it, and when it asked to; each object once
 * after all changes of one moment.
 * @returns ends it
 */
export function runController(
  context: ControllerContext,
  controller: Controller,
): () => void {
  const { store, clock, onError } = context;
  const { kind } = controller;
  const timers = new Map<string, { at: number; cancel: () => void }>();

  const work = ({ namespace, name }: ObjectKey) => {
    const object = store.get(kind, namespace, name);
    if (!object || object.metadata.deletionTimestamp) return undefined;
    try {
      return controller.reconcile(object, context);
    } catch (error) {
      onError(error);
      return RETRY_DELAY;
    }
  };
  const addLater = (key: ObjectKey, delay: number) => {
    const id = `${key.namespace ?? ''}/${key.name}`;
    const at = clock.now() + delay;
    const waiting = timers.get(id);
    if (waiting && waiting.at <= at) return;
    waiting?.cancel();
    const cancel = clock.setTimer(delay, () => {
      timers.delete(id);
      const again = work(key);
      if (again !== undefined) addLater(key, again);
    });
    timers.set(id, { at, cancel });
  };
  const affected = (event: ClusterEvent): ObjectKey[] => {
    if (event.object.kind === kind) return [event.object.metadata];
    return (
      controller.affected?.(event, store) ?? affectedByDefault(kind, event)
    );
  };
  const stop = store.watch(event => {
    for (const key of affected(event)) addLater(key, 0);
  });
  for (const { metadata } of store.list(kind)) addLater(metadata, 0);
  return () => {
    stop();
    for (const { cancel } of timers.values()) cancel();
    timers.clear();
  };
}
