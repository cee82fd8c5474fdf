import { ListWatchTimes } from '../ListWatch';
import { Observed } from '../Observed';
import { ConfigMapContent, ConfigMaps } from './ConfigMaps';
import { LiveObject } from './contract';
import { KubernetesHttp } from './KubernetesHttp';
import { LiveKind, WORKLOAD_KINDS } from './kinds';
import { ObservedKind } from './ObservedKind';
import { StepEvents } from './StepEvents';

/** A namespace of a cluster that something is shown of. */
export interface Place {
  cluster: string;
  namespace: string;
}

/** Called when objects of a place may have changed; with the object where it is one. */
type PlaceListener = (place: Place, object?: LiveObject) => void;

/** A place that nobody wants any more is watched for so much longer. */
const KEEP_MS = 10 * 60_000;

const keyOf = ({ cluster, namespace }: Place) => `${cluster}/${namespace}`;

/** The workloads of the wanted places, kept as the clusters have them. */
export class KubernetesSources {
  readonly #http: KubernetesHttp;
  readonly #onChange: PlaceListener;
  readonly #now: () => number;
  readonly #times: Partial<ListWatchTimes> | undefined;
  readonly #clusters = new Map<string, Map<LiveKind, ObservedKind>>();
  readonly #places = new Map<string, { place: Place; wantedAt: number }>();
  readonly #configMaps: ConfigMaps;
  readonly #stepEvents: StepEvents;

  constructor(options: {
    http: KubernetesHttp;
    onChange: PlaceListener;
    now?: () => number;
    times?: Partial<ListWatchTimes>;
  }) {
    this.#http = options.http;
    this.#onChange = options.onChange;
    this.#now = options.now ?? Date.now;
    this.#times = options.times;
    const answers = {
      http: options.http,
      now: options.now,
      onChange: (cluster: string, namespace: string) =>
        this.#onChange({ cluster, namespace }),
    };
    this.#configMaps = new ConfigMaps(answers);
    this.#stepEvents = new StepEvents(answers);
  }

  /** Watches a place from now on. */
  want(place: Place): void {
    const key = keyOf(place);
    const isNew = !this.#places.has(key);
    this.#places.set(key, { place, wantedAt: this.#now() });
    if (!isNew) return;
    for (const kind of this.#kindsOf(place.cluster)) kind.want(place.namespace);
  }

  /** Lets go what nobody wanted for a while. */
  forgetUnwanted(): void {
    for (const [key, { place, wantedAt }] of this.#places) {
      if (this.#now() - wantedAt < KEEP_MS) continue;
      this.#places.delete(key);
      for (const kind of this.#kindsOf(place.cluster)) {
        kind.forget(place.namespace);
      }
    }
  }

  /** The workloads of a place; of the kinds' statuses the worst. */
  read(place: Place): Observed<readonly LiveObject[]> {
    const kinds = this.#clusters.get(place.cluster)?.values() ?? [];
    const all = [...kinds].flatMap(kind => kind.read(place.namespace) ?? []);
    return joinObserved(all, new Date(this.#now()).toISOString());
  }

  configMap(place: Place, name: string): Observed<ConfigMapContent> {
    return this.#configMaps.look(place.cluster, place.namespace, name);
  }

  /** The Events of a workload's finished steps, as far as they are known. */
  stepEvents(place: Place, uid: string): readonly LiveObject[] {
    return this.#stepEvents.look({ ...place, uid });
  }

  close(): void {
    for (const kinds of this.#clusters.values()) {
      for (const kind of kinds.values()) kind.close();
    }
  }

  #kindsOf(cluster: string): ObservedKind[] {
    const known = this.#clusters.get(cluster);
    if (known) return [...known.values()];
    const kinds = new Map(
      WORKLOAD_KINDS.map(kind => [kind, this.#observe(cluster, kind)]),
    );
    this.#clusters.set(cluster, kinds);
    return [...kinds.values()];
  }

  #observe(cluster: string, kind: LiveKind): ObservedKind {
    const observed: ObservedKind = new ObservedKind({
      http: this.#http,
      cluster,
      kind,
      times: this.#times,
      onChange: (namespace, object) => {
        // One that is answered again need not wait for the pauses of the others.
        if (!object && observed.isReached) this.#retry(cluster, observed);
        if (namespace !== undefined) {
          this.#onChange({ cluster, namespace }, object);
          return;
        }
        for (const { place } of this.#places.values()) {
          if (place.cluster === cluster) this.#onChange(place);
        }
      },
    });
    return observed;
  }

  #retry(cluster: string, reached: ObservedKind): void {
    for (const kind of this.#clusters.get(cluster)?.values() ?? []) {
      if (kind !== reached) kind.retry();
    }
  }
}

/** One observation of several: ok only where all are. */
function joinObserved(
  all: readonly Observed<readonly LiveObject[]>[],
  now: string,
): Observed<readonly LiveObject[]> {
  if (all.length === 0) return { status: 'ok', since: now };
  const failed = all.filter(({ status }) => status !== 'ok');
  const chosen = failed.length > 0 ? failed : all;
  const { status, message } = chosen[0];
  const [since] = chosen.map(one => one.since).sort();
  const joined: Observed<readonly LiveObject[]> = {
    status,
    since,
    ...(message === undefined ? {} : { message }),
  };
  // A kind that may not be read does not hide the others; one that was never
  // answered for says that nothing is known yet.
  const isWaiting = all.some(one => one.status === 'ok' && !one.value);
  if (isWaiting || !all.some(({ value }) => value)) return joined;
  const times = all.flatMap(one => one.valueObservedAt ?? []).sort();
  return {
    ...joined,
    value: all.flatMap(({ value }) => value ?? []),
    // Between events everything is as it was: a quiet watch is a fresh one.
    valueObservedAt: failed.length > 0 ? times.at(-1) : now,
  };
}
