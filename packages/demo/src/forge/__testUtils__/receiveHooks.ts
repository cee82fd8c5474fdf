import { listenOnLoopback, LoopbackServer } from '../../http/listenOnLoopback';

/** What a webhook brought. */
export interface ReceivedHook {
  headers: Record<string, string>;
  /** As it was sent, byte for byte. */
  text: string;
  body: Record<string, unknown>;
}

/** A receiver of webhooks. */
export interface HookReceiver extends LoopbackServer {
  received: ReceivedHook[];
  /** Waits until so many came; fails after five seconds. */
  waitFor(count: number): Promise<ReceivedHook[]>;
}

export async function receiveHooks(): Promise<HookReceiver> {
  const received: ReceivedHook[] = [];
  const server = await listenOnLoopback(0, () => (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [
          name,
          String(value),
        ]),
      );
      received.push({ headers, text, body: JSON.parse(text) });
      response.end();
    });
  });
  return {
    ...server,
    received,
    async waitFor(count) {
      const end = Date.now() + 60_000;
      while (received.length < count && Date.now() < end) {
        await new Promise(resolve => setTimeout(resolve, 10));
      }
      if (received.length < count) {
        throw new Error(`${received.length} of ${count} webhooks came`);
      }
      return received;
    },
  };
}
