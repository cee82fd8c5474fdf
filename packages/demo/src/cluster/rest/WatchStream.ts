import { ServerResponse } from 'node:http';
import { Clock } from '../../clock/Clock';
import { ClusterEvent, ClusterStore } from '../ClusterStore';
import { Kind } from '../kinds';
import { StatusError } from '../StatusError';
import { EventLog } from './EventLog';
import { Representation, representObject } from './Representation';
import { selectEvent } from './selectEvent';
import { Selection } from './selectObjects';

/** What a client that reads nothing may leave lying here, in bytes. */
const LARGEST_BACKLOG = 4 * 1024 * 1024;
const BOOKMARK_INTERVAL = 60_000;
/** Where the client names no time: as long as Kubernetes gives at least. */
const DEFAULT_TIMEOUT = 30 * 60_000;
/** After this silence the system asks whether the other side is still there. */
const KEEP_ALIVE_DELAY = 15_000;

/** What a client wants to watch. */
interface WatchRequest {
  kind: Kind;
  selection: Selection;
  representation: Representation;
  /** `undefined`: what is there, and all from now on. */
  since: number | undefined;
  bookmarks: boolean;
  timeoutMs: number | undefined;
}

interface Parts {
  store: ClusterStore;
  log: EventLog;
  clock: Clock;
}

/** One running watch: a line of JSON for each change. */
export class WatchStream {
  readonly #parts: Parts;
  readonly #request: WatchRequest;
  readonly #response: ServerResponse;
  #stops: (() => void)[] = [];

  constructor(parts: Parts, request: WatchRequest, response: ServerResponse) {
    this.#parts = parts;
    this.#request = request;
    this.#response = response;
  }

  /** Answers until the client goes, its time is up or its version has expired. */
  start(): void {
    const { clock, log } = this.#parts;
    const { timeoutMs = DEFAULT_TIMEOUT, bookmarks } = this.#request;
    this.#response.socket?.setKeepAlive(true, KEEP_ALIVE_DELAY);
    this.#response.once('close', () => this.#stop());
    this.#response.flushHeaders();
    if (!this.#replay()) return;
    this.#stops.push(
      log.listen(
        event => this.#tell(event),
        error => this.#fail(error),
      ),
      clock.setTimer(timeoutMs, () => this.#end()),
    );
    if (bookmarks) this.#bookmarkLater();
  }

  /** @returns whether the watch goes on */
  #replay(): boolean {
    const { store, log } = this.#parts;
    const { kind, since, selection } = this.#request;
    if (since === undefined) {
      for (const object of store.list(kind.name).filter(selection)) {
        this.#sendObject({ type: 'ADDED', object });
      }
      return true;
    }
    try {
      log.after(since).forEach(event => this.#tell(event));
      return true;
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      this.#fail(error);
      return false;
    }
  }

  #tell(event: ClusterEvent): void {
    const { kind, selection, since = 0 } = this.#request;
    if (event.object.kind !== kind.name) return;
    if (Number(event.object.metadata.resourceVersion) <= since) return;
    const selected = selectEvent(event, selection);
    if (selected) this.#sendObject(selected);
  }

  #sendObject({ type, object }: ClusterEvent): void {
    const { kind, representation } = this.#request;
    const now = this.#parts.clock.now();
    this.#send({
      type,
      object: representObject(representation, kind, object, now),
    });
  }

  #bookmarkLater(): void {
    const { clock } = this.#parts;
    const cancel = clock.setTimer(BOOKMARK_INTERVAL, () => {
      this.#bookmark();
      this.#bookmarkLater();
    });
    this.#stops.push(cancel);
  }

  #bookmark(): void {
    const { apiVersion, name: kind } = this.#request.kind;
    const { resourceVersion } = this.#parts.store;
    const metadata = { resourceVersion, creationTimestamp: null };
    this.#send({ type: 'BOOKMARK', object: { kind, apiVersion, metadata } });
  }

  #send({ type, object }: { type: string; object: object }): void {
    this.#response.write(`${JSON.stringify({ type, object })}\n`);
    if (this.#response.writableLength <= LARGEST_BACKLOG) return;
    this.#stop();
    this.#response.destroy();
  }

  /** As Kubernetes does once a watch is accepted: an event, not a status of the answer. */
  #fail(error: StatusError): void {
    this.#send({ type: 'ERROR', object: error.toStatus() });
    this.#stop();
    this.#response.end();
  }

  #end(): void {
    if (this.#request.bookmarks) this.#bookmark();
    this.#stop();
    this.#response.end();
  }

  #stop(): void {
    this.#stops.forEach(stop => stop());
    this.#stops = [];
  }
}
