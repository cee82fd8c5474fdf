type Reason =
  | 'ApplicationGenerationFromParamsError'
  | 'RenderTemplateParamsError';

/** Why an ApplicationSet's applications could not be generated. */
export class GenerateError extends Error {
  override readonly name = 'GenerateError';
  /** The reason of the ApplicationSet's condition. */
  readonly reason: Reason;
  /** What the server that reads repositories said; the API answers only that. */
  readonly repository: string | undefined;

  constructor(reason: Reason, message: string, repository?: string) {
    super(message);
    this.reason = reason;
    this.repository = repository;
  }
}

export const paramsError = (message: string, repository?: string) =>
  new GenerateError(
    'ApplicationGenerationFromParamsError',
    message,
    repository,
  );
