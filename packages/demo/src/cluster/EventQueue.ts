import { ClusterEvent } from './ClusterStore';

type Listener = (event: ClusterEvent) => void;

/** Tells every listener of every event in its order, also of those that a listener causes. */
export class EventQueue {
  readonly #listeners = new Set<Listener>();
  readonly #waiting: ClusterEvent[] = [];
  #telling = false;

  add(listener: Listener): () => void {
    // Of its own, so that one function may listen twice.
    const own: Listener = event => listener(event);
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  /** A listener that throws keeps nobody else from hearing; its error goes on to who caused the event. */
  tell(event: ClusterEvent): void {
    this.#waiting.push(event);
    if (this.#telling) return;
    this.#telling = true;
    const errors: unknown[] = [];
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      errors.push(...this.#tellAll(next));
    }
    this.#telling = false;
    if (errors.length > 0) throw errors[0];
  }

  #tellAll(event: ClusterEvent): unknown[] {
    const errors: unknown[] = [];
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch (error) {
        errors.push(error);
      }
    }
    return errors;
  }
}
