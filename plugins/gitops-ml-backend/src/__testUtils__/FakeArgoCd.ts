import http from 'node:http';
import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';

/** An Argo CD on loopback that lists and streams Applications. */
export class FakeArgoCd {
  readonly applications = new Map<string, ArgoCdApplication>();
  readonly requests: string[] = [];
  fault: 'hangs' | 'token-expired' | undefined;
  readonly #streams = new Set<http.ServerResponse>();
  readonly #server: http.Server;
  #version = 1;

  constructor() {
    this.#server = http.createServer((request, response) =>
      this.#answer(request.url ?? '/', response),
    );
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

  remove(name: string): void {
    const application = this.applications.get(name);
    this.applications.delete(name);
    if (application) this.#tell('DELETED', application);
  }

  put(application: ArgoCdApplication): void {
    const { name } = application.metadata;
    const resourceVersion = String(++this.#version);
    const stored = {
      ...application,
      metadata: {
        ...application.metadata,
        namespace: 'argocd',
        resourceVersion,
      },
    };
    this.applications.set(name, stored);
    this.#tell('MODIFIED', stored);
  }

  #tell(type: string, application: ArgoCdApplication): void {
    for (const stream of this.#streams) {
      stream.write(`${JSON.stringify({ result: { type, application } })}\n`);
    }
  }

  /** Ends all streams. */
  breakOff(): void {
    for (const stream of this.#streams) stream.destroy();
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #answer(url: string, response: http.ServerResponse): void {
    this.requests.push(url);
    if (this.fault === 'hangs') return;
    if (this.fault === 'token-expired') {
      response.writeHead(401).end(
        JSON.stringify({
          error: 'invalid session',
          message: 'invalid session',
        }),
      );
      return;
    }
    if (url.startsWith('/api/v1/stream/applications')) {
      this.#streams.add(response);
      response.on('close', () => this.#streams.delete(response));
      return;
    }
    const name = new URL(url, 'http://localhost').searchParams.get('name');
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        metadata: { resourceVersion: String(this.#version) },
        items: [...this.applications.values()].filter(
          ({ metadata }) => !name || metadata.name === name,
        ),
      }),
    );
  }
}
