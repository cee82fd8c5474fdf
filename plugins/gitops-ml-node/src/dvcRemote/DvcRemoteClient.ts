import { DvcHash } from '@gitops-ml/core';
import { basicAuthorization } from '../http/basicAuthorization';
import { describeFetchError } from '../http/describeFetchError';
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

/** What became of an object that a DVC remote was given. @public */
export type DvcPushAnswer =
  /** It is on the remote now. */
  | { status: 'pushed' }
  /** It was there already, and nothing was sent. */
  | { status: 'present' }
  /** Not given: not covered, no credentials in configuration, or they don't allow it. */
  | { status: 'not-allowed'; message: string }
  /** Tried, and it did not work. */
  | { status: 'failed'; message: string };

/** An object's bytes, and how an upload is sent. @public */
export interface DvcUpload {
  hash: DvcHash;
  /** Of a file: `openAsBlob` of node:fs, which reads while it sends. */
  content: Blob;
  /** DVC's `method` of the remote. Default POST, as DVC's. */
  method?: 'POST' | 'PUT';
}

/** What the client asks with, and what it may ask. @public */
export interface DvcRemoteClientOptions {
  fetch: typeof fetch;
  rules: readonly DvcRemoteRule[];
  /**
   * Milliseconds that one request may take. Default 5000. An upload may take
   * longer by one second for each 100 kB.
   */
  timeoutMs?: number;
}

/**
 * Asks HTTP remotes for objects, and gives them new ones. Contacts only URLs
 * below a configured prefix, follows no redirect, never throws.
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

  /**
   * Puts an object on the remote unless it is there: HEAD, then an upload with
   * the rule's credentials.
   */
  async putObject(
    remoteUrl: string,
    upload: DvcUpload,
    signal?: AbortSignal,
  ): Promise<DvcPushAnswer> {
    const present = await this.headObject(remoteUrl, upload.hash, signal);
    if (present.status === 'present') return present;
    if (present.status === 'not-asked') {
      return { status: 'not-allowed', message: present.message };
    }
    if (present.status === 'failed') return present;
    const rule = selectDvcRemoteRule(remoteUrl, this.#rules);
    if (rule?.username === undefined || rule.password === undefined) {
      return {
        status: 'not-allowed',
        message:
          'gitopsMl.dvc.remotes holds no username and password for the remote.',
      };
    }
    return this.#upload(remoteUrl, upload, rule, signal);
  }

  async #upload(
    remoteUrl: string,
    upload: DvcUpload,
    rule: DvcRemoteRule,
    signal: AbortSignal | undefined,
  ): Promise<DvcPushAnswer> {
    const url = dvcObjectUrl(remoteUrl, upload.hash);
    if (url === undefined) {
      return { status: 'failed', message: 'The hash has no fixed place.' };
    }
    const answer = await this.#send({
      url,
      rule,
      signal,
      method: upload.method ?? 'POST',
      body: upload.content,
      timeoutMs: this.#timeoutMs + upload.content.size / 100,
    });
    return answer.kind === 'status'
      ? describeUpload(answer.status)
      : { status: 'failed', message: answer.message };
  }

  async #head(
    url: string,
    rule: DvcRemoteRule | undefined,
    signal: AbortSignal | undefined,
  ): Promise<DvcObjectAnswer> {
    const answer = await this.#send({
      url,
      rule,
      signal,
      method: 'HEAD',
      timeoutMs: this.#timeoutMs,
    });
    return answer.kind === 'status'
      ? describeStatus(answer.status)
      : { status: 'failed', message: answer.message };
  }

  async #send(request: {
    url: string;
    rule: DvcRemoteRule | undefined;
    method: 'HEAD' | 'POST' | 'PUT';
    body?: Blob;
    timeoutMs: number;
    signal: AbortSignal | undefined;
  }): Promise<
    { kind: 'status'; status: number } | { kind: 'none'; message: string }
  > {
    const timeout = AbortSignal.timeout(Math.ceil(request.timeoutMs));
    const { url, method, body, rule, signal } = request;
    try {
      const response = await this.#fetch(url, {
        method,
        body,
        // Node's fetch keeps a whole upload in memory unless a redirect is an error.
        redirect: body ? 'error' : 'manual',
        headers: authorization(rule),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      await response.body?.cancel();
      return { kind: 'status', status: response.status };
    } catch (error) {
      if (timeout.aborted) {
        const seconds = request.timeoutMs / 1000;
        const message = `The remote did not answer within ${seconds} s.`;
        return { kind: 'none', message };
      }
      const reason = describeFetchError(error);
      const message =
        reason === 'unexpected redirect'
          ? 'The remote redirects, which is not followed.'
          : `The remote can't be reached: ${reason}.`;
      return { kind: 'none', message };
    }
  }
}

function authorization(
  rule: DvcRemoteRule | undefined,
): Record<string, string> {
  return rule?.username === undefined || rule.password === undefined
    ? {}
    : { Authorization: basicAuthorization(rule.username, rule.password) };
}

function describeUpload(status: number): DvcPushAnswer {
  if (status >= 200 && status < 300) return { status: 'pushed' };
  if (status === 401 || status === 403 || status === 405) {
    return {
      status: 'not-allowed',
      message: `The remote takes no upload with the credentials in gitopsMl.dvc.remotes (${status}).`,
    };
  }
  return { status: 'failed', message: `The remote answers ${status}.` };
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
