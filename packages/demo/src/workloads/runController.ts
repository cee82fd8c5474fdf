import { Clock } from '../clock/Clock';
import { createTimers } from '../clock/createTimers';
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

/** No name has a slash. */
const formatKey = ({ namespace = '', name }: ObjectKey) =>
  `${namespace}/${name}`;

function parseKey(key: string): ObjectKey {
  const [namespace, name] = key.split('/');
  return { namespace: namespace || undefined, name };
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
  const work = (object: KubernetesObject) => {
    try {
      return controller.reconcile(object, context);
    } catch (error) {
      onError(error);
      return RETRY_DELAY;
    }
  };
  const timers = createTimers(clock, key => {
    const { namespace, name } = parseKey(key);
    const object = store.get(kind, namespace, name);
    if (!object || object.metadata.deletionTimestamp) return;
    const again = work(object);
    if (again !== undefined) timers.set(key, clock.now() + again);
  });
  const add = (key: ObjectKey) => timers.set(formatKey(key), clock.now());
  const affected = (event: ClusterEvent): ObjectKey[] => {
    if (event.object.kind === kind) return [event.object.metadata];
    return (
      controller.affected?.(event, store) ?? affectedByDefault(kind, event)
    );
  };
  const stop = store.watch(event => {
    for (const key of affected(event)) add(key);
  });
  for (const { metadata } of store.list(kind)) add(metadata);
  return () => {
    stop();
    timers.close();
  };
}
