/** gRPC's names of what went wrong, with their numbers and HTTP statuses. */
const codes = {
  Unknown: { code: 2, status: 500 },
  InvalidArgument: { code: 3, status: 400 },
  NotFound: { code: 5, status: 404 },
  PermissionDenied: { code: 7, status: 403 },
  FailedPrecondition: { code: 9, status: 400 },
  Unimplemented: { code: 12, status: 501 },
  Internal: { code: 13, status: 500 },
  Unauthenticated: { code: 16, status: 401 },
} as const;

/** A refusal in Argo CD's words, with gRPC's code for it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: number;
  readonly status: number;

  constructor(readonly reason: keyof typeof codes, message: string) {
    super(message);
    this.code = codes[reason].code;
    this.status = codes[reason].status;
  }
}

/** The words where Argo CD does not say whether a thing exists. */
export const permissionDenied = () =>
  new ApiError('PermissionDenied', 'permission denied');

export const notFound = (resource: string, name: string) =>
  new ApiError('NotFound', `${resource}.argoproj.io "${name}" not found`);

export const invalid = (message: string) =>
  new ApiError('InvalidArgument', message);
