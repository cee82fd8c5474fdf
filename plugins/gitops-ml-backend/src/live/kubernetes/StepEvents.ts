import { objectSchema, listSchema, LiveObject } from './contract';
import { KubernetesHttp } from './KubernetesHttp';

/** A workload whose Events are wanted. */
interface Subject {
  cluster: string;
  namespace: string;
  /** Of the workload. */
  uid: string;
}

/** A cluster keeps Events for an hour; what was once seen is kept here. */
const FRESH_MS = 5 * 60_000;
const RETRY_MS = 15_000;
const MOST = 500;
const MAX_KEPT = 1000;

interface Kept {
  events: LiveObject[];
  /** When to ask again. */
  due: number;
}

/**
 * The Events that tell which steps a Rollout has done. Not watched, since a cluster has a
 * great many: asked for when an aborted delivery is shown of which nothing is remembered.
 */
export class StepEvents {
  readonly #http: KubernetesHttp;
  readonly #onChange: (cluster: string, namespace: string) => void;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(options: {
    http: KubernetesHttp;
    onChange: (cluster: string, namespace: string) => void;
    now?: () => number;
  }) {
    this.#http = options.http;
    this.#onChange = options.onChange;
    this.#now = options.now ?? Date.now;
  }

  /** What is known; asks in the background when that is nothing or old. */
  look(subject: Subject): readonly LiveObject[] {
    const key = `${subject.cluster}/${subject.uid}`;
    const kept = this.#kept.get(key) ?? this.#add(key);
    if (this.#now() >= kept.due) {
      kept.due = Infinity;
      this.#ask(kept, subject);
    }
    return kept.events;
  }

  #add(key: string): Kept {
    const kept: Kept = { events: [], due: -Infinity };
    this.#kept.set(key, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(oldest);
    }
    return kept;
  }

  async #ask(kept: Kept, { cluster, namespace, uid }: Subject): Promise<void> {
    const query = new URLSearchParams({
      fieldSelector: `involvedObject.uid=${uid},reason=RolloutStepCompleted`,
      limit: String(MOST),
    });
    const answer = await this.#http.send({
      cluster,
      path: `/api/v1/namespaces/${encodeURIComponent(
        namespace,
      )}/events?${query}`,
      schema: listSchema,
    });
    // They only add to what is known: whoever may not read them knows less.
    kept.due = this.#now() + (answer.ok ? FRESH_MS : RETRY_MS);
    if (!answer.ok) return;
    const found = (answer.value.items ?? []).map(item =>
      objectSchema.parse({ ...item, apiVersion: 'v1', kind: 'Event' }),
    );
    if (found.length === 0 || found.length === kept.events.length) return;
    kept.events = found;
    this.#onChange(cluster, namespace);
  }
}
