import { ListWatch, ListWatchTimes } from '../ListWatch';
import { Observed } from '../Observed';
import { LiveObject } from './contract';
import { createKindSource, keyOfObject } from './createKindSource';
import { KubernetesHttp } from './KubernetesHttp';
import { LiveKind } from './kinds';

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
  /** Namespaces that no list had yet: how many lists had come when each was wanted. */
  readonly #unlisted = new Map<string, number>();
  readonly #single = new Map<string, ListWatch<LiveObject>>();
  #all: ListWatch<LiveObject> | undefined;

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
    else if (this.#all) {
      this.#unlisted.set(namespace, this.#all.lists);
      this.#all.relist();
    } else this.#startAll();
  }

  forget(namespace: string): void {
    this.#namespaces.delete(namespace);
    this.#unlisted.delete(namespace);
    this.#single.get(namespace)?.close();
    this.#single.delete(namespace);
    if (this.#namespaces.size === 0) this.close();
  }

  read(namespace: string): Observed<readonly LiveObject[]> | undefined {
    const observed = (this.#single.get(namespace) ?? this.#all)?.observed;
    if (!observed?.value) return observed;
    if (this.#isUnlisted(namespace)) {
      const { value: _, valueObservedAt: _at, ...unknown } = observed;
      return unknown;
    }
    const value = observed.value.filter(
      ({ metadata }) => metadata.namespace === namespace,
    );
    return { ...observed, value };
  }

  /** Nothing was kept of a namespace until it was wanted: that is not known to be empty. */
  #isUnlisted(namespace: string): boolean {
    const lists = this.#unlisted.get(namespace);
    if (lists === undefined || !this.#all) return false;
    if (this.#all.lists === lists) return true;
    this.#unlisted.delete(namespace);
    return false;
  }

  get(namespace: string, name: string): LiveObject | undefined {
    const watch = this.#single.get(namespace) ?? this.#all;
    return watch?.get(
      keyOfObject({ apiVersion: '', kind: '', metadata: { namespace, name } }),
    );
  }

  close(): void {
    this.#all?.close();
    this.#all = undefined;
    for (const watch of this.#single.values()) watch.close();
    this.#single.clear();
  }

  #startAll(): void {
    const { onChange, times } = this.#options;
    const all: ListWatch<LiveObject> = new ListWatch({
      source: createKindSource({
        ...this.#options,
        isWanted: ({ metadata }) =>
          this.#namespaces.has(metadata.namespace ?? ''),
      }),
      times,
      onChange: object => {
        if (!object && all.observed.status === 'forbidden') this.#split(all);
        else onChange(object?.metadata.namespace, object);
      },
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
