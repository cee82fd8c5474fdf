import { Look } from './Observed';

/** Why a live source gave nothing. */
export interface LiveFailure {
  kind: /** No answer, or none in time. */
  | 'unreachable'
    /** Credentials that are not accepted, or a right that lacks. */
    | 'forbidden'
    /** Nobody told us how to reach it. */
    | 'not-configured'
    /** The object, or its kind, is not there. */
    | 'absent'
    /** The object moved on since it was read. */
    | 'conflict'
    /** The place in the stream is too old; list again. */
    | 'gone'
    /** More than is read at once. */
    | 'too-many'
    /** The answer is not that of such a source, or it refuses what was sent. */
    | 'invalid';
  /** What, and in the source's own words why. */
  message: string;
}

/** What a live source gave, or why it gave nothing. */
export type LiveAnswer<T> =
  | { ok: true; value: T }
  | { ok: false; failure: LiveFailure };

/** A failure as pages show it. */
export function toLook({ kind, message }: LiveFailure): Look {
  switch (kind) {
    case 'forbidden':
    case 'not-configured':
      return { status: kind, message };
    default:
      return { status: 'unreachable', message };
  }
}
