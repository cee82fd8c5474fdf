import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { signPayload } from './signPayload';

/** Who is told, and how it knows that it is us. */
interface Receiver {
  url: string;
  secret: string;
  /** `repository` for a hook of one, `system` for one of all. */
  target: 'repository' | 'system';
}

/** What deliveries may take. */
interface DeliveryLimits {
  /** Milliseconds for one attempt. */
  timeoutMs: number;
  /** Milliseconds before each further attempt. */
  retryMs: readonly number[];
}

const defaultLimits: DeliveryLimits = {
  timeoutMs: 5000,
  retryMs: [500, 2000, 8000],
};

const loopback = ['localhost', '127.0.0.1', '[::1]'];

type Attempt =
  | { kind: 'delivered' }
  | { kind: 'refused'; reason: string }
  | { kind: 'failed'; reason: string };

/** fetch itself says no more than that it failed. */
function describeFailure(error: unknown): string {
  const hasCause =
    typeof error === 'object' && error !== null && 'cause' in error;
  return String(hasCause ? error.cause : error);
}

/** Sends webhooks on their own time. A receiver that is away is tried again. */
export class HookDeliveries {
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly onError: (error: unknown) => void,
    private readonly limits: DeliveryLimits = defaultLimits,
  ) {}

  /** Returns at once. */
  send(receiver: Receiver, event: string, payload: unknown): void {
    const work = this.deliver(receiver, event, payload)
      .catch(this.onError)
      .finally(() => this.running.delete(work));
    this.running.add(work);
  }

  /** Gives up what is not delivered yet. */
  async close(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async deliver(
    receiver: Receiver,
    event: string,
    payload: unknown,
  ): Promise<void> {
    // Indented, as Gitea sends it.
    const body = JSON.stringify(payload, undefined, 2);
    const headers = signPayload(body, { ...receiver, event, id: randomUUID() });
    let reason = '';
    for (const wait of [0, ...this.limits.retryMs]) {
      if (!(await this.pause(wait))) return;
      const attempt = await this.attempt(receiver.url, headers, body);
      if (attempt.kind === 'delivered') return;
      reason = attempt.reason;
      if (attempt.kind === 'refused') break;
    }
    if (this.stopping.signal.aborted) return;
    throw new Error(
      `The ${event} webhook to ${receiver.url} was not delivered: ${reason}`,
    );
  }

  /** @returns whether to go on */
  private async pause(milliseconds: number): Promise<boolean> {
    const { signal } = this.stopping;
    await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
    return !signal.aborted;
  }

  private async attempt(
    url: string,
    headers: Record<string, string>,
    body: string,
  ): Promise<Attempt> {
    if (!loopback.includes(new URL(url).hostname)) {
      return { kind: 'refused', reason: 'it is not on this machine' };
    }
    const timeout = AbortSignal.timeout(this.limits.timeoutMs);
    try {
      const { status } = await fetch(url, {
        method: 'POST',
        headers,
        body,
        redirect: 'manual',
        signal: AbortSignal.any([timeout, this.stopping.signal]),
      });
      if (status >= 200 && status < 300) return { kind: 'delivered' };
      const kind = status >= 500 ? 'failed' : 'refused';
      return { kind, reason: `it answers ${status}` };
    } catch (error) {
      return {
        kind: 'failed',
        reason: timeout.aborted
          ? `no answer within ${this.limits.timeoutMs / 1000} s`
          : describeFailure(error),
      };
    }
  }
}
