import { IncomingMessage } from 'node:http';

/** The body of a request, or what is wrong with it as an HTTP status. */
type Body =
  | { kind: 'json'; value: unknown }
  | { kind: 'refused'; status: 400 | 413; message: string };

/** Reads a body; `undefined` where it has more than `maxBytes`. */
export async function readBytes(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Reads at most `maxBytes` of JSON. */
export async function readJson(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Body> {
  const bytes = await readBytes(request, maxBytes);
  if (!bytes) {
    const message = `the body has more than ${maxBytes} bytes`;
    return { kind: 'refused', status: 413, message };
  }
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return { kind: 'json', value };
  } catch {
    return { kind: 'refused', status: 400, message: 'the body is no JSON' };
  }
}
