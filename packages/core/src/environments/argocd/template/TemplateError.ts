/** A Go template can't be parsed or executed; `message` is what Go says of it. @public */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** A Go template uses what the written subset does not have: it is refused, never guessed. @public */
export class UnsupportedTemplateError extends TemplateError {
  constructor(construct: string) {
    super(`${construct} is not one of the Go template features that are read`);
  }
}

/** A function itself failed, not the reading of its arguments. @public */
export class CallError extends TemplateError {
  constructor(name: string, message: string) {
    super(`error calling ${name}: ${message}`);
  }
}
