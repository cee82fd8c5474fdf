import { IncomingMessage, ServerResponse } from 'node:http';
import { methodNotAllowed } from '../refusals';
import { StatusError } from '../StatusError';
import { findAccount } from './findAccount';
import { discover } from './discovery';
import { parsePath, ResourcePath } from './parsePath';
import { readReview } from './readRequest';
import { ResourceApi } from './ResourceApi';
import { reviews } from './reviews/reviews';
import { ClusterAccount } from './Rights';
import { sendJson, sendNoSuchPath } from './sendJson';

const healthPaths = ['/healthz', '/livez', '/readyz'];

const findReview = ({ group, version, plural, name }: ResourcePath) =>
  version === 'v1' && name === undefined
    ? reviews.find(each => each.group === group && each.plural === plural)
    : undefined;

/** The Kubernetes API of a store. */
export class ClusterApi {
  constructor(
    private readonly accounts: readonly ClusterAccount[],
    private readonly resources: ResourceApi,
  ) {}

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    try {
      await this.#answer(request, response);
    } catch (error) {
      if (!(error instanceof StatusError) || response.headersSent) throw error;
      sendJson(response, error.code, error.toStatus());
    }
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const url = readUrl(request);
    if (healthPaths.includes(url.pathname)) {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
      return;
    }
    const account = findAccount(this.accounts, request.headers.authorization);
    const path = readPath(url.pathname);
    if (path.kind === 'other') {
      describeCluster(request, response, path.path);
      return;
    }
    const review = findReview(path);
    if (review) {
      if (request.method !== 'POST') throw methodNotAllowed();
      const body = await readReview(request, review.kind);
      sendJson(response, 201, review.answer(account, body));
      return;
    }
    await this.resources.answer({
      request,
      response,
      account,
      path,
      query: url.searchParams,
    });
  }
}

function readUrl({ url = '/' }: IncomingMessage): URL {
  const parsed = URL.parse(url, 'http://cluster');
  if (parsed) return parsed;
  throw new StatusError('BadRequest', 'the address of the request is none');
}

function readPath(pathname: string) {
  try {
    return parsePath(pathname);
  } catch {
    throw new StatusError('BadRequest', 'the path is wrongly escaped');
  }
}

function describeCluster(
  { method }: IncomingMessage,
  response: ServerResponse,
  path: string,
): void {
  const document = discover(path);
  if (!document) {
    sendNoSuchPath(response);
  } else if (method === 'GET') {
    sendJson(response, 200, document);
  } else {
    throw methodNotAllowed();
  }
}
