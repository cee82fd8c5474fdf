import http from 'node:http';
import { forward } from './forward';

/** A server in front of another one that notes what comes through. */
export class CountedServer {
  /** `GET /path?query`, newest last. */
  readonly requests: string[] = [];
  /** The watches that are open now. */
  readonly watches = new Set<string>();
  readonly #server: http.Server;

  constructor(target: string) {
    let number = 0;
    this.#server = http.createServer((request, response) => {
      const what = `${request.method} ${request.url}`;
      this.requests.push(what);
      if (what.includes('watch=true')) {
        const key = `${++number} ${what}`;
        this.watches.add(key);
        response.on('close', () => this.watches.delete(key));
      }
      forward(request, response, target);
    });
  }

  async start(): Promise<string> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('The test server has no port');
    }
    return `http://127.0.0.1:${address.port}`;
  }

  count(pattern: RegExp): number {
    return this.requests.filter(one => pattern.test(one)).length;
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
