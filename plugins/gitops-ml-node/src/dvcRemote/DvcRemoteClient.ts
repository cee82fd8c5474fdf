import { DvcHash } from '@gitops-ml/core';
import { dvcObjectUrl } from './dvcObjectUrl';
import { DvcRemoteRule } from './readDvcRemoteRules';
import { selectDvcRemoteRule } from './selectDvcRemoteRule';

/** What a DVC remote says of one object. @public */
export type DvcObjectAnswer =
  | { status: 'present' }
  | { status: 'absent' }
  /** Not asked: the URL is not covered, or the remote's layout is not known. */
  | { status: 'not-asked'; message: string }
  /** Asked, and no clear answer came. */
  | { status: 'failed'; message: string };

/** What the client asks with, and what it may ask. @public */
export interface DvcRemoteClientOptions {
  fetch: typeof fetch;
  rules: readonly DvcRemoteRule[];
  /** Milliseconds that one request may take. Default 5000. */
  timeoutMs?: number;
}

/**
 * Asks HTTP remotes for objects. Contacts only URLs below a configured prefix,
 * follows no redirect, never throws.
 * @public
 */
export class DvcRemoteClient {
  readonly #fetch: typeof fetch;
  readonly #rules: readonly DvcRemoteRule[];
  readonly #timeoutMs: number;

  constructor(options: DvcRemoteClientOptions) {
    this.#fetch = options.fetch;
    this.#rules = options.rules;
    this.#timeoutMs = options.timeoutMs ?? 5000;
  }

  /** Why this remote can't be asked, or `undefined` when it can. */
  refusal(remoteUrl: string): string | undefined {
    if (!/^https?:/i.test(remoteUrl)) {
      return 'Only HTTP remotes are checked.';
    }
    return selectDvcRemoteRule(remoteUrl, this.#rules)
      ? undefined
      : 'The URL of the remote is not listed in gitopsMl.dvc.remotes[].urlPrefix, so it is not contacted.';
  }

  /** Is the object on the remote? A HEAD request with the rule's credentials. */
  async headObject(
    remoteUrl: string,
    hash: DvcHash,
    signal?: AbortSignal,
  ): Promise<DvcObjectAnswer> {
    const message = this.refusal(remoteUrl);
    if (message) return { status: 'not-asked', message };
    const url = dvcObjectUrl(remoteUrl, hash);
    if (!url) {
      return {
        status: 'not-asked',
        message: `Objects of the hash ${hash.algorithm} have no fixed place on a remote.`,
      };
    }
    return this.#head(url, selectDvcRemoteRule(remoteUrl, this.#rules), signal);
  }

  async #head(
    url: string,
    rule: DvcRemoteRule | undefined,
    signal: AbortSignal | undefined,
  ): Promise<DvcObjectAnswer> {
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    try {
      const response = await this.#fetch(url, {
        method: 'HEAD',
        redirect: 'manual',
        headers: authorization(rule),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      return describeStatus(response.status);
    } catch (error) {
      return {
        status: 'failed',
        message: timeout.aborted
          ? `The remote did not answer within ${this.#timeoutMs / 1000} s.`
          : `The remote can't be reached: ${describeCause(error)}.`,
      };
    }
  }
}

function authorization(
  rule: DvcRemoteRule | undefined,
): Record<string, string> {
  if (rule?.username === undefined || rule.password === undefined) return {};
  const pair = Buffer.from(`${rule.username}:${rule.password}`);
  return { Authorization: `Basic ${pair.toString('base64')}` };
}

function describeStatus(status: number): DvcObjectAnswer {
  if (status >= 200 && status < 300) return { status: 'present' };
  if (status === 404 || status === 410) return { status: 'absent' };
  if (status === 401 || status === 403) {
    return {
      status: 'failed',
      message: `The remote refuses to answer (${status}); check the credentials in gitopsMl.dvc.remotes.`,
    };
  }
  if (status >= 300 && status < 400) {
    return {
      status: 'failed',
      message: `The remote redirects (${status}), which is not followed.`,
    };
  }
  return { status: 'failed', message: `The remote answers ${status}.` };
}

function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause
    ? String(cause.code)
    : error.message;
}
