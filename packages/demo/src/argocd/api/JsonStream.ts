import { IncomingMessage, ServerResponse } from 'node:http';

/** An answer of JSON lines that goes on until the asker leaves. */
export class JsonStream {
  /** `start` sends with the function that it is given, and gives one that ends it. */
  constructor(
    private readonly start: (send: (line: unknown) => void) => () => void,
  ) {}

  pipe(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    const stop = this.start(line => {
      response.write(`${JSON.stringify({ result: line })}\n`);
    });
    request.on('close', stop);
    response.on('close', stop);
  }
}
