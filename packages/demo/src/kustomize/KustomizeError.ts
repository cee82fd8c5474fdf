/** Why an overlay can't be rendered. `message` is what kustomize prints behind `Error: `. */
export class KustomizeError extends Error {
  override readonly name = 'KustomizeError';

  constructor(
    message: string,
    /** The file it is about, from the root of the repository, where one is known. */
    readonly path?: string,
    /** The field of that file, with dots. */
    readonly field?: string,
  ) {
    super(message);
  }

  /** The same error, one level further out. */
  within(prefix: string): KustomizeError {
    return new KustomizeError(
      `${prefix}: ${this.message}`,
      this.path,
      this.field,
    );
  }
}

/** Runs a step whose errors kustomize words as a part of a longer one. */
export async function within<T>(
  prefix: string,
  step: () => Promise<T> | T,
): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof KustomizeError ? error.within(prefix) : error;
  }
}
