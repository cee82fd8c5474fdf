/** Why a cluster refuses, with the HTTP status that goes with it. */
const codes = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  AlreadyExists: 409,
  Conflict: 409,
  Expired: 410,
  RequestEntityTooLarge: 413,
  UnsupportedMediaType: 415,
  Invalid: 422,
  InternalError: 500,
  Timeout: 504,
};

type StatusReason = keyof typeof codes;

/** Which object a refusal is about. */
interface StatusDetails {
  name?: string;
  group?: string;
  /** The plural, as Kubernetes has it here. */
  kind?: string;
  causes?: { reason?: string; message: string; field?: string }[];
}

/** A refusal of the cluster, as Kubernetes answers it: an object `Status`. */
export class StatusError extends Error {
  readonly code: number;

  constructor(
    readonly reason: StatusReason,
    message: string,
    readonly details?: StatusDetails,
  ) {
    super(message);
    this.name = 'StatusError';
    this.code = codes[reason];
  }

  toStatus() {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      reason: this.reason,
      ...(this.details && { details: this.details }),
      code: this.code,
    };
  }
}
