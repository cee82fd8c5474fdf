import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { ListWatch, ListWatchSource, ListWatchTimes } from '../ListWatch';
import { Observed } from '../Observed';

/** An Argo CD, and how its Applications are read. */
export interface ArgoCdSourceOptions {
  name: string;
  /** Of its pages; absent where only its resources are read. */
  url: string | undefined;
  source: ListWatchSource<ArgoCdApplication>;
}

/** What an Argo CD said last. */
export interface ObservedInstance {
  name: string;
  url: string | undefined;
  applications: Observed<readonly ArgoCdApplication[]>;
}

/** What nobody reads any more is watched for so much longer, in milliseconds. */
const KEEP_MS = 10 * 60_000;

/** The Applications of every configured Argo CD; each is read from the first question on. */
export class ArgoCdSources {
  readonly #instances: readonly ArgoCdSourceOptions[];
  readonly #onChange: (
    instance: string,
    application: ArgoCdApplication | undefined,
  ) => void;
  readonly #times: Partial<ListWatchTimes> | undefined;
  readonly #now: () => number;
  readonly #watches = new Map<string, ListWatch<ArgoCdApplication>>();
  #readAt = 0;

  constructor(options: {
    instances: readonly ArgoCdSourceOptions[];
    /** Called with the Application that changed, or without where all may have. */
    onChange: (
      instance: string,
      application: ArgoCdApplication | undefined,
    ) => void;
    now?: () => number;
    times?: Partial<ListWatchTimes>;
  }) {
    this.#now = options.now ?? Date.now;
    this.#instances = options.instances;
    this.#onChange = options.onChange;
    this.#times = options.times;
  }

  /** What all instances said last. */
  read(): ObservedInstance[] {
    this.#readAt = this.#now();
    return this.#instances.map(({ name, url, source }) => {
      const watch = this.#watches.get(name) ?? this.#watch(name, source);
      return { name, url, applications: watch.observed };
    });
  }

  /** Lets go of all where nobody has asked for a while. */
  forgetUnwanted(): void {
    if (this.#now() - this.#readAt >= KEEP_MS) this.close();
  }

  close(): void {
    for (const watch of this.#watches.values()) watch.close();
    this.#watches.clear();
  }

  #watch(
    name: string,
    source: ListWatchSource<ArgoCdApplication>,
  ): ListWatch<ArgoCdApplication> {
    const watch = new ListWatch({
      source,
      times: this.#times,
      onChange: application => this.#onChange(name, application),
    });
    this.#watches.set(name, watch);
    return watch;
  }
}
