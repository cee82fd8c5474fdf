import pLimit from 'p-limit';
import { toLook } from '../LiveAnswer';
import { Observed, observeLook } from '../Observed';
import { configMapSchema } from './contract';
import { KubernetesHttp } from './KubernetesHttp';
import { RELEASE_KEYS } from './releaseKeys';

/** What a ConfigMap holds; `undefined` data where it is gone. */
export interface ConfigMapContent {
  data: Record<string, string> | undefined;
}

/** A ConfigMap that was there is asked for again after so long; its name has a hash of its content. */
const FRESH_MS = 10 * 60_000;
const RETRY_MS = 15_000;
const MAX_KEPT = 5000;
const MAX_AT_ONCE = 4;

interface Kept {
  observed: Observed<ConfigMapContent>;
  at: number;
  asking: boolean;
}

const settled = (
  value: ConfigMapContent,
  now: string,
): Observed<ConfigMapContent> => ({
  status: 'ok',
  since: now,
  value,
  valueObservedAt: now,
});

/**
 * Release ConfigMaps, by name. Asked for when a page or the recorder first wants
 * one, and kept: a name-hashed ConfigMap does not change, and what it said is
 * worth knowing when it is gone.
 */
export class ConfigMaps {
  readonly #http: KubernetesHttp;
  readonly #onChange: (cluster: string, namespace: string) => void;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  readonly #limit = pLimit(MAX_AT_ONCE);

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
  look(
    cluster: string,
    namespace: string,
    name: string,
  ): Observed<ConfigMapContent> {
    const key = `${cluster}/${namespace}/${name}`;
    const kept = this.#kept.get(key) ?? this.#add(key);
    const freshMs = kept.observed.value?.data ? FRESH_MS : RETRY_MS;
    if (!kept.asking && this.#now() - kept.at >= freshMs) {
      kept.asking = true;
      this.#limit(() => this.#ask(kept, cluster, namespace, name));
    }
    return kept.observed;
  }

  #add(key: string): Kept {
    const since = new Date(this.#now()).toISOString();
    const kept: Kept = {
      observed: { status: 'ok', since },
      at: -Infinity,
      asking: false,
    };
    this.#kept.set(key, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(oldest);
    }
    return kept;
  }

  async #ask(
    kept: Kept,
    cluster: string,
    namespace: string,
    name: string,
  ): Promise<void> {
    const answer = await this.#http.send({
      cluster,
      path: `/api/v1/namespaces/${encodeURIComponent(
        namespace,
      )}/configmaps/${encodeURIComponent(name)}`,
      schema: configMapSchema,
    });
    kept.at = this.#now();
    kept.asking = false;
    const before = JSON.stringify(kept.observed.value);
    const now = new Date(kept.at).toISOString();
    if (answer.ok) {
      const data = selectRelease(answer.value.data ?? {});
      kept.observed = settled({ data }, now);
    } else if (answer.failure.kind === 'absent') {
      // What it said while it was there still holds for the pods that read it.
      const { value } = kept.observed;
      kept.observed = settled(value?.data ? value : { data: undefined }, now);
    } else {
      kept.observed = observeLook(kept.observed, toLook(answer.failure), now);
    }
    if (JSON.stringify(kept.observed.value) !== before) {
      this.#onChange(cluster, namespace);
    }
  }
}

/** What else a ConfigMap holds is nobody's business here. */
function selectRelease(data: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    RELEASE_KEYS.filter(key => Object.hasOwn(data, key)).map(key => [
      key,
      data[key],
    ]),
  );
}
