import {
  DvcObjectAnswer,
  DvcRemoteClient,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { DvcHash } from '@gitops-ml/core';
import { describeAnswer, PushedStatus } from './describeAnswer';

interface Check {
  remoteUrl: string;
  hash: DvcHash;
  /** Who wants to know. */
  topic: string;
}

interface Known {
  answer: DvcObjectAnswer;
  at: number;
}

const AT_ONCE = 4;
/** Objects beyond this wait for a later look at the page. */
const MAX_QUEUED = 1000;
const MAX_KNOWN = 20_000;
/** A remote that fails is left alone for so long. */
const PAUSE_MS = 60_000;
const ANNOUNCE_MS = 1000;

/** How long an answer counts: an object that is there seldom goes, one that is missing may come any time. */
const FRESH_MS: Record<DvcObjectAnswer['status'], number> = {
  present: 60 * 60_000,
  absent: 30_000,
  failed: PAUSE_MS,
  'not-asked': 0,
};

/**
 * Knows which objects are on their remotes. Asking happens in the background;
 * `look` answers at once with what is known.
 */
export class PushedChecks {
  readonly #client: Pick<DvcRemoteClient, 'headObject' | 'refusal'>;
  readonly #onChange: (topic: string) => void;
  readonly #now: () => number;
  /** Oldest first. */
  readonly #known = new Map<string, Known>();
  readonly #queued = new Map<string, Check>();
  readonly #asking = new Set<string>();
  readonly #paused = new Map<string, { until: number; known: Known }>();
  readonly #changed = new Set<string>();
  #running = 0;
  #announcing: NodeJS.Timeout | undefined;

  constructor(options: {
    client: Pick<DvcRemoteClient, 'headObject' | 'refusal'>;
    /** Called some time after answers for a topic changed. */
    onChange: (topic: string) => void;
    now?: () => number;
  }) {
    this.#client = options.client;
    this.#onChange = options.onChange;
    this.#now = options.now ?? Date.now;
  }

  /** What is known of an object; asks in the background when that is nothing or old. */
  look(remoteUrl: string, hash: DvcHash, topic: string): PushedStatus {
    const message = this.#client.refusal(remoteUrl);
    if (message) return { status: 'not-checked', message };
    const key = `${remoteUrl} ${hash.algorithm}:${hash.value}`;
    const known = this.#known.get(key);
    if (!known || this.#now() - known.at > FRESH_MS[known.answer.status]) {
      this.#enqueue(key, { remoteUrl, hash, topic });
    }
    return known
      ? describeAnswer(known.answer, new Date(known.at).toISOString())
      : { status: 'not-checked', message: 'The remote is being asked.' };
  }

  /** Tells nobody any more. */
  close(): void {
    clearTimeout(this.#announcing);
    this.#queued.clear();
  }

  #enqueue(key: string, check: Check): void {
    if (this.#asking.has(key) || this.#queued.size >= MAX_QUEUED) return;
    this.#queued.set(key, check);
    if (this.#running < AT_ONCE) this.#work();
  }

  async #work(): Promise<void> {
    this.#running++;
    for (;;) {
      const next = this.#queued.entries().next();
      if (next.done) break;
      const [key, check] = next.value;
      this.#queued.delete(key);
      this.#asking.add(key);
      const known = await this.#ask(check);
      this.#asking.delete(key);
      this.#note(key, known, check.topic);
    }
    this.#running--;
  }

  async #ask({ remoteUrl, hash }: Check): Promise<Known> {
    const { origin } = new URL(remoteUrl);
    const pause = this.#paused.get(origin);
    if (pause && pause.until > this.#now()) return pause.known;
    const answer = await this.#client.headObject(remoteUrl, hash);
    const known = { answer, at: this.#now() };
    if (answer.status === 'failed') {
      this.#paused.set(origin, { until: this.#now() + PAUSE_MS, known });
    }
    return known;
  }

  #note(key: string, known: Known, topic: string): void {
    const before = this.#known.get(key);
    this.#known.delete(key);
    this.#known.set(key, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MAX_KNOWN) break;
      this.#known.delete(oldest);
    }
    if (before?.answer.status === known.answer.status) return;
    this.#changed.add(topic);
    this.#announcing ??= setTimeout(
      () => this.#announce(),
      ANNOUNCE_MS,
    ).unref();
  }

  #announce(): void {
    this.#announcing = undefined;
    const topics = [...this.#changed];
    this.#changed.clear();
    for (const topic of topics) this.#onChange(topic);
  }
}
