import { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, invalid } from './ApiError';
import { matchRoute } from './api/matchRoute';
import { Route } from './api/Route';
import { ApplicationSetController } from './ApplicationSetController';
import { JsonStream } from './api/JsonStream';
import { Context } from './Context';
import { answerPages } from './pages/answerPages';
import { readPushedUrl } from './readPushedUrl';

const maxBodyBytes = 1024 * 1024;
const apiPrefix = '/api/v1';

/** Answers Argo CD's REST API and a few plain pages. */
export class ArgoCd {
  readonly #streams = new Set<ServerResponse>();

  constructor(
    private readonly context: Context,
    private readonly controller: ApplicationSetController,
    private readonly routes: readonly Route[],
  ) {}

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/api/version') {
      answer(response, 200, { Version: 'v3.2.11+gitops-ml-demo' });
    } else if (url.pathname === '/api/webhook') {
      await this.#webhook(request, response);
    } else if (url.pathname.startsWith('/api/')) {
      await this.#api(request, response, url);
    } else {
      answerPages(this.context, request, response, url);
    }
  }

  /** Ends the answers that go on: who they are for is asked only as they begin. */
  endStreams(): void {
    for (const response of this.#streams) response.end();
  }

  /** A forge says that something was pushed; of that only where it was is needed. */
  async #webhook(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const text = await readText(request);
    const isKnown = ['github', 'gitea', 'gitlab', 'gogs'].some(
      forge => request.headers[`x-${forge}-event`] !== undefined,
    );
    if (isKnown) this.#refresh(readPushedUrl(text));
    response.writeHead(isKnown ? 200 : 400);
    response.end(isKnown ? '' : 'Unknown webhook event');
  }

  /** Without a repository all of them. */
  #refresh(repoURL: string | undefined): void {
    const { controller } = this;
    controller.polling.notify(() =>
      repoURL ? controller.refreshOf(repoURL) : controller.refreshAll(),
    );
    const live = this.context.live?.controller;
    live?.polling.notify(() =>
      repoURL ? live.refreshOf(repoURL, 'normal') : live.refreshAll('normal'),
    );
  }

  async #api(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    // As the real one: a page elsewhere can't send this type without asking.
    const isJson = request.headers['content-type'] === 'application/json';
    if (request.method !== 'GET' && !isJson) {
      response.writeHead(415, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Invalid content type\n');
      return;
    }
    try {
      const body = await this.#call(request, url);
      if (body instanceof JsonStream) {
        this.#streams.add(response);
        response.on('close', () => this.#streams.delete(response));
        body.pipe(request, response);
      } else answer(response, 200, body);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { code, message, status } = error;
      answer(response, status, { error: message, code, message });
    }
  }

  async #call(request: IncomingMessage, url: URL): Promise<unknown> {
    const path = url.pathname.slice(apiPrefix.length);
    const found = url.pathname.startsWith(`${apiPrefix}/`)
      ? matchRoute(this.routes, request.method ?? '', path)
      : undefined;
    if (!found) throw new ApiError('NotFound', 'Not Found');
    return found.route.handle({
      claims: () =>
        this.context.accounts.identify(request.headers.authorization),
      segments: found.segments,
      query: url.searchParams,
      body: parseBody(await readText(request)),
    });
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBodyBytes) {
      throw invalid(`the body has more than ${maxBodyBytes} bytes`);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString();
}

function parseBody(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    // Go's words for a body that ends too early.
    throw invalid(
      /end of JSON input|Unterminated/.test(message)
        ? 'unexpected EOF'
        : `invalid JSON: ${message}`,
    );
  }
}
