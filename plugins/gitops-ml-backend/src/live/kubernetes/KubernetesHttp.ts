import {
  describeFetchError,
  readLines,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { z } from 'zod/v4';
import { LiveAnswer, LiveFailure } from '../LiveAnswer';
import { describeRefusal, parseJson } from './describeRefusal';

/** How clusters are reached: through the proxy of Backstage's kubernetes plugin. */
interface KubernetesAccess {
  fetch: typeof fetch;
  /** The address of the kubernetes plugin. */
  getBaseUrl(): Promise<string>;
  /** A token for it: our own, or on behalf of a user. */
  getToken(): Promise<string>;
  /** Why a cluster must not be asked at all. */
  refuse?(cluster: string): Promise<LiveFailure | undefined>;
  /** Milliseconds that one request may take. */
  timeoutMs?: number;
}

interface KubernetesRequest<T> {
  cluster: string;
  /** With its query. */
  path: string;
  schema: z.ZodType<T>;
  signal?: AbortSignal;
  timeoutMs?: number;
  /** A merge patch. */
  patch?: unknown;
  headers?: Record<string, string>;
}

const TIMEOUT_MS = 10_000;

/** Backstage compresses what it answers, and would keep events back until a block is full. */
const UNCOMPRESSED = { 'Accept-Encoding': 'identity' };

/** Requests to clusters; never throws. */
export class KubernetesHttp {
  readonly #access: KubernetesAccess;

  constructor(access: KubernetesAccess) {
    this.#access = access;
  }

  async send<T>(request: KubernetesRequest<T>): Promise<LiveAnswer<T>> {
    const failure = await this.#access.refuse?.(request.cluster);
    return failure ? { ok: false, failure } : this.#send(request);
  }

  async #send<T>(request: KubernetesRequest<T>): Promise<LiveAnswer<T>> {
    const limit = request.timeoutMs ?? this.#access.timeoutMs ?? TIMEOUT_MS;
    const timeout = AbortSignal.timeout(limit);
    const signal = request.signal
      ? AbortSignal.any([request.signal, timeout])
      : timeout;
    try {
      const response = await this.#fetch(request, signal);
      const words = await response.text();
      return response.ok
        ? parseAnswer(request.schema, words)
        : { ok: false, failure: describeRefusal(response.status, words) };
    } catch (error) {
      const message = timeout.aborted
        ? `no answer within ${limit / 1000} s`
        : describeFetchError(error);
      return { ok: false, failure: { kind: 'unreachable', message } };
    }
  }

  /** The lines of an answer as they come; a failure ends them. */
  async *stream<T>(
    request: KubernetesRequest<T> & { signal: AbortSignal },
  ): AsyncGenerator<LiveAnswer<T>> {
    const failure = await this.#access.refuse?.(request.cluster);
    if (failure) {
      yield { ok: false, failure };
      return;
    }
    try {
      const response = await this.#fetch(
        { ...request, headers: UNCOMPRESSED },
        request.signal,
      );
      if (!response.ok || response.body === null) {
        const words = await response.text();
        yield { ok: false, failure: describeRefusal(response.status, words) };
        return;
      }
      for await (const line of readLines(response.body)) {
        yield parseAnswer(request.schema, line);
      }
    } catch (error) {
      if (request.signal.aborted) return;
      const message = describeFetchError(error);
      yield { ok: false, failure: { kind: 'unreachable', message } };
    }
  }

  async #fetch(
    { cluster, path, patch, headers }: KubernetesRequest<unknown>,
    signal: AbortSignal,
  ): Promise<Response> {
    const [base, token] = await Promise.all([
      this.#access.getBaseUrl(),
      this.#access.getToken(),
    ]);
    return this.#access.fetch(`${base}/proxy${path}`, {
      method: patch === undefined ? 'GET' : 'PATCH',
      redirect: 'manual',
      headers: {
        ...headers,
        Accept: 'application/json',
        Authorization: `Bearer ${token}`,
        'Backstage-Kubernetes-Cluster': cluster,
        ...(patch === undefined
          ? {}
          : { 'Content-Type': 'application/merge-patch+json' }),
      },
      body: patch === undefined ? undefined : JSON.stringify(patch),
      signal,
    });
  }
}

function parseAnswer<T>(schema: z.ZodType<T>, words: string): LiveAnswer<T> {
  const parsed = schema.safeParse(parseJson(words));
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  const place = issue.path.join('.') || 'the answer';
  const message = `the answer is not Kubernetes' (${place}: ${issue.message})`;
  return { ok: false, failure: { kind: 'invalid', message } };
}
