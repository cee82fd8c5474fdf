/** How much work one reading may still do: loops and comprehensions cost by step. */
export class Budget {
  #left: number;
  #exhausted = false;

  constructor(steps: number) {
    this.#left = steps;
  }

  get exhausted(): boolean {
    return this.#exhausted;
  }

  /** False, from then on always, when nothing is left. */
  spend(steps = 1): boolean {
    this.#left -= steps;
    if (this.#left < 0) this.#exhausted = true;
    return !this.#exhausted;
  }
}
