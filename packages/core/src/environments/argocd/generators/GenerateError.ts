/** Why a generator gives no applications. @public */
export type GenerateReason =
  | 'ApplicationGenerationFromParamsError'
  | 'RenderTemplateParamsError';

/** Why an ApplicationSet's applications could not be generated. @public */
export class GenerateError extends Error {
  override readonly name: string = 'GenerateError';
  /** The reason of the ApplicationSet's condition. */
  readonly reason: GenerateReason;
  /** What the server that reads repositories said; the API answers only that. */
  readonly repository: string | undefined;

  constructor(reason: GenerateReason, message: string, repository?: string) {
    super(message);
    this.reason = reason;
    this.repository = repository;
  }
}

/** Argo CD has it, and it is not read here: it is refused, never guessed. @public */
export class UnsupportedGeneratorError extends GenerateError {
  override readonly name = 'UnsupportedGeneratorError';

  constructor(readonly what: string) {
    super(
      'ApplicationGenerationFromParamsError',
      `${what} is not one of the ApplicationSet features that are read`,
    );
  }
}

/** A generator gives no parameters. @public */
export function paramsError(
  message: string,
  repository?: string,
): GenerateError {
  return new GenerateError(
    'ApplicationGenerationFromParamsError',
    message,
    repository,
  );
}
