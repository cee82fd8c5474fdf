/** Where resourceVersions come from. */
export interface VersionSource {
  readonly last: string;
}

/** The one counter from which every object's resourceVersion comes. */
export class Versions implements VersionSource {
  #last = 100;

  /** Goes on behind a version that is there already. */
  seen(version: string | undefined): void {
    this.#last = Math.max(this.#last, Number(version ?? 0));
  }

  next(): string {
    this.#last++;
    return String(this.#last);
  }

  get last(): string {
    return String(this.#last);
  }
}
