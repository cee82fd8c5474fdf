import { IncomingMessage, ServerResponse } from 'node:http';
import { methodNotAllowed } from '../refusals';
import { StatusError } from '../StatusError';
import { findAccount } from './findAccount';
import { discover } from './discovery';
import { parsePath, ResourcePath } from './parsePath';
import { readAnyJson } from './readRequest';
import { ResourceApi } from './ResourceApi';
import { reviewAccess } from './reviewAccess';
import { ClusterAccount } from './Rights';
import { sendJson, sendNoSuchPath } from './sendJson';

const healthPaths = ['/healthz', '/livez', '/readyz'];

const isReview = ({ group, version, plural }: ResourcePath) =>
  group === 'authorization.k8s.io' &&
  version === 'v1' &&
  plural === 'selfsubjectaccessreviews';

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
    } else if (isReview(path)) {
      await review(request, response, account);
    } else {
      const asked = {
        request,
        response,
        account,
        path,
        query: url.searchParams,
      };
      await this.resources.answer(asked);
    }
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

async function review(
  request: IncomingMessage,
  response: ServerResponse,
  account: ClusterAccount,
): Promise<void> {
  if (request.method !== 'POST') throw methodNotAllowed();
  const body = await readAnyJson(request);
  sendJson(response, 201, reviewAccess(account, body));
}
