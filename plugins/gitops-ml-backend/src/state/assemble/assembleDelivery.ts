import {
  DeliveryView,
  ReleaseIdentityView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Delivery, DeliveryRevision } from '@gitops-ml/core';
import { LiveObject } from '../../live/kubernetes/contract';
import { DeliveryEvent } from '../deliveries/DeliveryEvents';

/** The demo's controllers say so on what they make. */
const SIMULATED = 'demo.gitops-ml.io/simulated';

const MAX_EVENTS = 50;

/** A delivery as pages show it. */
export function assembleDelivery(options: {
  delivery: Delivery;
  cluster: string;
  object: LiveObject | undefined;
  /** Newest first. */
  events: readonly DeliveryEvent[];
  releaseOf: (revision: DeliveryRevision) => ReleaseIdentityView;
}): DeliveryView {
  const { delivery, cluster, object, events, releaseOf } = options;
  const { uid: _, revisions, steps, ...rest } = delivery;
  const own = events.filter(event => event.uid === object?.metadata.uid);
  return {
    ...rest,
    cluster,
    steps: steps.map(step => ({ ...step, value: toJson(step.value) })),
    revisions: revisions.map(revision => {
      const {
        configMaps: _maps,
        modelVersionLabel: _label,
        ...shown
      } = revision;
      return { ...shown, release: releaseOf(revision) };
    }),
    simulated: object?.metadata.annotations?.[SIMULATED] === 'true',
    since: readSince(delivery) ?? findSince(delivery.phase, own),
    events: own
      .slice(0, MAX_EVENTS)
      .map(({ at, phase, message, step, weight }) => ({
        at,
        phase,
        message,
        step,
        weight,
      })),
  };
}

/** Since when the phase is what it is, where its objects say so. */
function readSince(delivery: Delivery): string | undefined {
  const { aborted, abortedAt, paused, phase, stableSince } = delivery;
  if (aborted) return abortedAt;
  if (paused) return paused.since;
  return phase === 'Healthy' ? stableSince : undefined;
}

/** Since when the phase is what it is, as far as it was seen. */
function findSince(
  phase: string,
  events: readonly DeliveryEvent[],
): string | undefined {
  const end = events.findIndex(event => event.phase !== phase);
  const run = end === -1 ? events : events.slice(0, end);
  return run.at(-1)?.at;
}

type StepValue = DeliveryView['steps'][number]['value'];

/** What came as JSON is JSON. */
function toJson(value: unknown): StepValue {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
