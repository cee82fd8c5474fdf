interface Failed {
  /** The request that failed, e.g. `POST /api/v1/projects`. Holds no secret. */
  call: string;
  /** Argo CD's own words where it answered, less what is secret. */
  message: string;
}

/** Why a request to Argo CD gave nothing. @public */
export type ArgoCdFailure =
  /** The token, or username and password, are not accepted. */
  | (Failed & { kind: 'unauthorized' })
  /**
   * The account lacks a right. On creating, also: the name is taken by an object
   * of another project, which the message then names.
   */
  | (Failed & { kind: 'forbidden' })
  /** No answer, or none in time, or one of a gateway in front of Argo CD. */
  | (Failed & { kind: 'unreachable' })
  | (Failed & { kind: 'not-found' })
  /** It exists and is different; `keys` says in what, where Argo CD says it. */
  | (Failed & { kind: 'conflict'; keys: string[] })
  /** Refused for what it holds, or the answer isn't Argo CD's. */
  | (Failed & { kind: 'invalid' });

/** @public */
export type ArgoCdAnswer<T> =
  | { ok: true; value: T }
  | { ok: false; failure: ArgoCdFailure };
