import { formatTime } from '../clock/Clock';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { Context } from './Context';
import { Announcement } from './reconcile/Plan';

// As long as a Kubernetes API server keeps events.
const KEPT_MS = 3_600_000;

function dropOld({ store, clock }: Context, object: KubernetesObject): void {
  const { namespace } = object.metadata;
  for (const event of store.list('Event', { namespace })) {
    const made = Date.parse(event.metadata.creationTimestamp ?? '');
    if (
      event.reportingComponent === 'rollouts-controller' &&
      made < clock.now() - KEPT_MS
    ) {
      store.delete('Event', namespace, event.metadata.name);
    }
  }
}

/** Tells of an object by events, which last an hour. */
export function announce(
  context: Context,
  object: KubernetesObject,
  announcements: readonly Announcement[],
): void {
  if (announcements.length === 0) return;
  dropOld(context, object);
  const { store, clock } = context;
  const { namespace, name, uid, resourceVersion } = object.metadata;
  const time = formatTime(clock.now());
  for (const { type, reason, message } of announcements) {
    const suffix = `${clock.now().toString(16)}${store.resourceVersion}`;
    store.create({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `${name}.${suffix}`, namespace },
      involvedObject: {
        apiVersion: object.apiVersion,
        kind: object.kind,
        namespace,
        name,
        uid,
        resourceVersion,
      },
      type,
      reason,
      message,
      count: 1,
      firstTimestamp: time,
      lastTimestamp: time,
      source: { component: 'rollouts-controller' },
      reportingComponent: 'rollouts-controller',
      reportingInstance: '',
    });
  }
}
