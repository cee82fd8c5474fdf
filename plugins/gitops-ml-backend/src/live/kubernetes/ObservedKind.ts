import { ListWatch, ListWatchTimes } from '../ListWatch';
import { Observed } from '../Observed';
import { LiveObject } from './contract';
import { createKindSource } from './createKindSource';
import { KubernetesHttp } from './KubernetesHttp';
import { LiveKind } from './kinds';

/** Milliseconds. */
const RETRY_MS = 15_000;

const isReached = ({ status }: Observed<unknown>) => status !== 'unreachable';

/**
 * The objects of one kind in the wanted namespaces of one cluster: one watch for
 * all of them; where our account may not read the whole cluster, one for each.
 */
export class ObservedKind {
  readonly #options: {
    http: KubernetesHttp;
    cluster: string;
    kind: LiveKind;
    onChange: (namespace: string | undefined, object?: LiveObject) => void;
    times?: Partial<ListWatchTimes>;
  };
  readonly #namespaces = new Set<string>();
  readonly #single = new Map<string, ListWatch<LiveObject>>();
  #all: ListWatch<LiveObject> | undefined;
  /** The namespaces whose objects have been listed. */
  #listed = new Set<string>();
  readonly #asking = new Set<string>();
  #retrying: NodeJS.Timeout | undefined;

  constructor(options: {
    http: KubernetesHttp;
    cluster: string;
    kind: LiveKind;
    /** Called with the object that changed; with no namespace where all may have. */
    onChange: (namespace: string | undefined, object?: LiveObject) => void;
    times?: Partial<ListWatchTimes>;
  }) {
    this.#options = options;
  }

  want(namespace: string): void {
    if (this.#namespaces.has(namespace)) return;
    this.#namespaces.add(namespace);
    if (this.#single.size > 0) this.#startSingle(namespace);
    else if (this.#all) this.#catchUp(this.#all);
    else this.#startAll();
  }

  forget(namespace: string): void {
    this.#namespaces.delete(namespace);
    this.#listed.delete(namespace);
    this.#all?.drop(({ metadata }) => metadata.namespace === namespace);
    this.#single.get(namespace)?.close();
    this.#single.delete(namespace);
    if (this.#namespaces.size === 0) this.close();
  }

  read(namespace: string): Observed<readonly LiveObject[]> | undefined {
    const single = this.#single.get(namespace);
    if (single) return single.observed;
    if (!this.#all) return undefined;
    const { value, valueObservedAt, ...observed } = this.#all.observed;
    // Before it was listed, that there is nothing is not known.
    if (!value || !this.#listed.has(namespace)) return observed;
    return {
      ...observed,
      valueObservedAt,
      value: value.filter(({ metadata }) => metadata.namespace === namespace),
    };
  }

  /** Does the cluster answer for all of it? */
  get isReached(): boolean {
    return this.#watches().every(({ observed }) => isReached(observed));
  }

  /** Asks again at once what could not be reached: the cluster is there again. */
  retry(): void {
    for (const watch of this.#watches()) {
      if (!isReached(watch.observed)) watch.retry();
    }
  }

  close(): void {
    clearTimeout(this.#retrying);
    this.#retrying = undefined;
    this.#listed.clear();
    this.#all?.close();
    this.#all = undefined;
    for (const watch of this.#single.values()) watch.close();
    this.#single.clear();
  }

  /**
   * Lists the namespaces that were wanted since the last list of all. That one is not
   * repeated: ending a watch does not end it at the cluster, as long as a proxy is between.
   */
  #catchUp(all: ListWatch<LiveObject>): void {
    if (!all.observed.value) return;
    for (const namespace of this.#namespaces) {
      if (this.#listed.has(namespace) || this.#asking.has(namespace)) continue;
      this.#asking.add(namespace);
      this.#include(all, namespace);
    }
  }

  async #include(all: ListWatch<LiveObject>, namespace: string): Promise<void> {
    const source = createKindSource({ ...this.#options, namespace });
    const outcome = await all.include(signal => source.list(signal));
    this.#asking.delete(namespace);
    if (all !== this.#all || !this.#namespaces.has(namespace)) return;
    if (outcome === undefined) {
      this.#listed.add(namespace);
      this.#options.onChange(namespace);
    } else if (outcome === 'superseded') {
      this.#catchUp(all);
    } else {
      this.#retrying ??= setTimeout(() => {
        this.#retrying = undefined;
        this.#catchUp(all);
      }, this.#options.times?.poll ?? RETRY_MS).unref();
    }
  }

  #watches(): ListWatch<LiveObject>[] {
    return [...(this.#all ? [this.#all] : []), ...this.#single.values()];
  }

  #startAll(): void {
    const { onChange, times } = this.#options;
    const source = createKindSource({
      ...this.#options,
      isWanted: ({ metadata }) =>
        this.#namespaces.has(metadata.namespace ?? ''),
    });
    let isTooLarge = false;
    const all: ListWatch<LiveObject> = new ListWatch({
      source: {
        ...source,
        list: async signal => {
          const wanted = new Set(this.#namespaces);
          const answer = await source.list(signal);
          if (answer.ok && !signal.aborted) this.#listed = wanted;
          isTooLarge = !answer.ok && answer.failure.kind === 'too-many';
          return answer;
        },
      },
      times,
      onChange: object => {
        const isRefused = isTooLarge || all.observed.status === 'forbidden';
        if (!object && isRefused) this.#split(all);
        else onChange(object?.metadata.namespace, object);
      },
      onList: () => this.#catchUp(all),
    });
    this.#all = all;
  }

  /** Not the whole cluster, then each namespace by itself. */
  #split(all: ListWatch<LiveObject>): void {
    all.close();
    this.#all = undefined;
    for (const namespace of this.#namespaces) this.#startSingle(namespace);
  }

  #startSingle(namespace: string): void {
    const { onChange, times } = this.#options;
    this.#single.set(
      namespace,
      new ListWatch({
        source: createKindSource({ ...this.#options, namespace }),
        times,
        onChange: object => onChange(namespace, object),
      }),
    );
  }
}
