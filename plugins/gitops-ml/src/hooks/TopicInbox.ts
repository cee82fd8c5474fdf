import { LiveAnswer } from './viewAnswer';

/**
 * Decides when a signal is a reason to ask. One that comes while a request is under way
 * is heeded when that is done: aborted by each signal of a busy delivery, none ever would
 * be. Each is heeded once, whatever the answers after it say.
 */
export class TopicInbox {
  readonly #heard = new Set<string>();
  #isAsking = false;
  #own: LiveAnswer = {};

  /** A request begins: what was heard before it, it will know. */
  begin(): void {
    this.#isAsking = true;
    this.#heard.clear();
  }

  /** It has ended; `answer` is absent where it failed. @returns whether to ask again */
  end(answer?: LiveAnswer): boolean {
    this.#isAsking = false;
    this.#own = answer ?? this.#own;
    return this.#heed();
  }

  /** @returns whether to ask now */
  hear(topic: string): boolean {
    this.#heard.add(topic);
    return !this.#isAsking && this.#heed();
  }

  #heed(): boolean {
    const { topic, topics = [] } = this.#own;
    const own = topic === undefined ? topics : [topic, ...topics];
    const isDue = own.some(each => this.#heard.has(each));
    this.#heard.clear();
    return isDue;
  }
}
