import { z } from 'zod/v4';

const eventSchema = z.object({
  type: z.string(),
  object: z.looseObject({
    kind: z.string().optional(),
    metadata: z.looseObject({
      name: z.string().optional(),
      resourceVersion: z.string().optional(),
    }),
  }),
});

type WatchedEvent = z.infer<typeof eventSchema>;

interface Answer {
  status: number;
  body: unknown;
}

interface Watch {
  status: number;
  /** The next event; `undefined` where the stream has ended. */
  next(): Promise<WatchedEvent | undefined>;
  close(): Promise<void>;
}

interface RequestOptions {
  body?: unknown;
  contentType?: string;
  token?: string;
}

/** Cancels the body when nobody reads on. */
async function* readLines(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Speaks to a cluster as clients of Kubernetes do, and hands out what it says. */
export class ClusterClient {
  constructor(private readonly url: string, private readonly token: string) {}

  async request(
    method: string,
    path: string,
    { body, contentType = 'application/json', token }: RequestOptions = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token ?? this.token}`,
        ...(body !== undefined && { 'content-type': contentType }),
      },
      ...(body !== undefined && {
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  }

  get(path: string): Promise<Answer> {
    return this.request('GET', path);
  }

  patch(path: string, body: object): Promise<Answer> {
    const contentType = 'application/merge-patch+json';
    return this.request('PATCH', path, { body, contentType });
  }

  async watch(path: string): Promise<Watch> {
    const response = await fetch(`${this.url}${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    if (!response.body) throw new Error('a watch without a body');
    const lines = readLines(response.body);
    return {
      status: response.status,
      async next() {
        const { value } = await lines.next();
        return value ? eventSchema.parse(JSON.parse(value)) : undefined;
      },
      async close() {
        await lines.return(undefined);
      },
    };
  }
}
