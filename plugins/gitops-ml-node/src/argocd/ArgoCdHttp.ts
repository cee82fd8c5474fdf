import { z } from 'zod/v4';
import { describeFetchError } from '../http/describeFetchError';
import { readLines } from '../http/readLines';
import { ArgoCdAnswer } from './ArgoCdAnswer';
import { sessionSchema } from './contract';
import { describeRefusal, parseJson } from './describeRefusal';
import { ArgoCdInstance } from './readArgoCdInstances';
import { redactSecrets } from './redactSecrets';

/** Which Argo CD is asked, and how long one may wait. @public */
export interface ArgoCdClientOptions {
  fetch: typeof fetch;
  instance: ArgoCdInstance;
  /** Milliseconds that one request may take. Default 20000. */
  timeoutMs?: number;
  /** Ends every request that is under way. */
  signal?: AbortSignal;
}

interface ArgoCdRequest<T> {
  method: 'GET' | 'POST';
  /** Below `/api/v1`, with the query. */
  path: string;
  body?: object;
  schema: z.ZodType<T>;
  /** What of the body must appear in no message. */
  secrets?: readonly (string | undefined)[];
}

/** Requests to one Argo CD: signs in, limits time, checks answers; never throws. */
export class ArgoCdHttp {
  readonly #options: ArgoCdClientOptions;
  readonly #timeoutMs: number;
  #token: string | undefined;

  constructor(options: ArgoCdClientOptions) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? 20_000;
  }

  async send<T>(request: ArgoCdRequest<T>): Promise<ArgoCdAnswer<T>> {
    const token = await this.#signIn();
    if (!token.ok) return token;
    const answer = await this.#request(request, token.value);
    if (!answer.ok && answer.failure.kind === 'unauthorized') {
      // A session ends after a day; the next request signs in again.
      this.#token = undefined;
    }
    return answer;
  }

  /**
   * The lines of an answer as they come, parsed; ends with a failure where the
   * stream ended with one. Has no time limit: `signal` ends it.
   */
  async *stream<T>(
    path: string,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): AsyncGenerator<ArgoCdAnswer<T>> {
    const call = `GET /api/v1${path.split('?')[0]}`;
    const token = await this.#signIn();
    if (!token.ok) {
      yield token;
      return;
    }
    const { fetch: fetchFunction, instance } = this.#options;
    try {
      const response = await fetchFunction(`${instance.url}/api/v1${path}`, {
        redirect: 'manual',
        headers: {
          ...createHeaders(token.value, false),
          // A proxy that compresses keeps events back until a block is full.
          'Accept-Encoding': 'identity',
        },
        signal,
      });
      if (!response.ok || response.body === null) {
        const failure = describeRefusal(
          call,
          response.status,
          await response.text(),
        );
        const message = redactSecrets(failure.message, [token.value]);
        yield { ok: false, failure: { ...failure, message } };
        return;
      }
      for await (const line of readLines(response.body)) {
        yield parseAnswer(call, schema, line);
      }
    } catch (error) {
      if (signal.aborted) return;
      const message = describeFetchError(error);
      yield { ok: false, failure: { kind: 'unreachable', call, message } };
    }
  }

  async #signIn(): Promise<ArgoCdAnswer<string>> {
    const { credentials, name } = this.#options.instance;
    if (credentials === undefined) {
      return {
        ok: false,
        failure: {
          kind: 'unauthorized',
          call: 'POST /api/v1/session',
          message: `configuration gives the instance "${name}" neither a token nor username and password`,
        },
      };
    }
    if ('token' in credentials) return { ok: true, value: credentials.token };
    if (this.#token !== undefined) return { ok: true, value: this.#token };
    const answer = await this.#request(
      {
        method: 'POST',
        path: '/session',
        body: { ...credentials },
        schema: sessionSchema,
        secrets: [credentials.password],
      },
      undefined,
    );
    if (!answer.ok) return answer;
    this.#token = answer.value.token;
    return { ok: true, value: answer.value.token };
  }

  async #request<T>(
    request: ArgoCdRequest<T>,
    token: string | undefined,
  ): Promise<ArgoCdAnswer<T>> {
    const call = `${request.method} /api/v1${request.path.split('?')[0]}`;
    const answer = await this.#exchange(request, call, token);
    if (answer.ok) return answer;
    const { failure } = answer;
    const secrets = [token, ...(request.secrets ?? [])];
    const message = redactSecrets(failure.message, secrets);
    return { ok: false, failure: { ...failure, message } };
  }

  async #exchange<T>(
    request: ArgoCdRequest<T>,
    call: string,
    token: string | undefined,
  ): Promise<ArgoCdAnswer<T>> {
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const { fetch: fetchFunction, instance, signal } = this.#options;
    try {
      const response = await fetchFunction(
        `${instance.url}/api/v1${request.path}`,
        {
          method: request.method,
          // A redirect may lead to another host, which must not see the token.
          redirect: 'manual',
          headers: createHeaders(token, request.body !== undefined),
          body: request.body && JSON.stringify(request.body),
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        },
      );
      const words = await response.text();
      return response.ok
        ? parseAnswer(call, request.schema, words)
        : { ok: false, failure: describeRefusal(call, response.status, words) };
    } catch (error) {
      const message = timeout.aborted
        ? `no answer within ${this.#timeoutMs / 1000} s`
        : describeFetchError(error);
      return { ok: false, failure: { kind: 'unreachable', call, message } };
    }
  }
}

function createHeaders(
  token: string | undefined,
  hasBody: boolean,
): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  };
}

function parseAnswer<T>(
  call: string,
  schema: z.ZodType<T>,
  words: string,
): ArgoCdAnswer<T> {
  const parsed = schema.safeParse(parseJson(words));
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  const place = issue.path.join('.') || 'the answer';
  return {
    ok: false,
    failure: {
      kind: 'invalid',
      call,
      message: `the server's answer is not Argo CD's (${place}: ${issue.message}); is the URL right?`,
    },
  };
}
