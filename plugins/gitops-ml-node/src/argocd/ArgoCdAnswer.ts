/** What every failure says. @public */
export interface ArgoCdFailed {
  /** The request that failed, e.g. `POST /api/v1/projects`. Holds no secret. */
  call: string;
  /** Argo CD's own words where it answered, less what is secret. */
  message: string;
}

/** Why a request to Argo CD gave nothing. @public */
export type ArgoCdFailure =
  /** The token, or username and password, are not accepted. */
  | (ArgoCdFailed & { kind: 'unauthorized' })
  /**
   * The account lacks a right. On creating, also: the name is taken by an object
   * of another project, which the message then names.
   */
  | (ArgoCdFailed & { kind: 'forbidden' })
  /** No answer, or none in time, or one of a gateway in front of Argo CD. */
  | (ArgoCdFailed & { kind: 'unreachable' })
  | (ArgoCdFailed & { kind: 'not-found' })
  /** It exists and is different; `keys` says in what, where Argo CD says it. */
  | (ArgoCdFailed & { kind: 'conflict'; keys: string[] })
  /** Refused for what it holds, or the answer isn't Argo CD's. */
  | (ArgoCdFailed & { kind: 'invalid' });

/** What a request gave, or why it gave nothing. @public */
export type ArgoCdAnswer<T> =
  | { ok: true; value: T }
  | { ok: false; failure: ArgoCdFailure };
